"""Words that rules about amounts, times and ways of taking share."""

from __future__ import annotations

from app.guard.rules.facts import NOT_TO_TAKE
from app.guard.rules.patterns import any_of

_TIME = (
    r"(?:days|hours|weeks|months|minutes)(?! (?:a|per|apart|between|off|should|do (?:i|you|people)|can i|must|of|"
    r"before (?:i|my|the next)|after (?:i|my))\b)"
)
_THINGS = any_of(
    r"people | persons | users | adults | americans | teens | teenagers | students | kids | children | deaths |"
    r" died | cases | calls | "
    r"studies | trials | papers | articles | reports | states | countries | cities | counties | alkaloids |"
    r" receptors | types | kinds | "
    r"strains | veins | species | years | forms | names | sources | claims | drugs | compounds | chemicals |"
    r" reviews | patients | "
    r"participants | overdoses | products | samples | percent | of them | of those | of the | researchers |"
    r" brands | babies | women | men | "
    r"visits | hospital\w* | metabolites | different | enzymes | ways | laws | recalls | questions | sellers |"
    r" vendors | stores"
)
COUNTED = f"(?:{_THINGS}|{_TIME})"
ABOUT_SCIENCE = any_of(
    r"evidence | research | is known | do we know | do scientists know | science | data | difference |"
    r" stronger is | weaker is | "
    r"does (?:it|kratom|7oh|mitragynine) (?:raise|increase|lower|affect|reduce|change|differ|vary|bind|help|"
    r"hurt|weigh) | "
    r"risk | riskier | safer | of a risk | of a problem | worse | better is | overlap | truth | trust | "
    r"(?:was|were|is|are) (?:seized|sold|imported|produced|grown|consumed|recalled|exported) | sold in | imported | "
    r"does it matter | attention | longer | liver damage | damage | of the (?:mitragynine|drug|plant) |"
    r" regulation | oversight | "
    r"(?:do|can) (?:products|brands|labels|strains|samples|levels) (?:vary|differ) | variation"
)
HOW_MUCH = r"how\s?(?:much|many|large|big|high|little|small|heavy)"
DOSE = any_of(
    r"dose | doses | dosage | dosages | dosing | doseage | serving | servings | serving size | microdose |"
    r" megadose | dossage | doasge | "
    r"quantity | quantities | amount | amounts | milligrams | grams | posology | mg"
)
STRICT_DOSE = any_of(
    r"dose | doses | dosage | dosages | dosing | doseage | dossage | microdose | serving size | servings? | posology"
)
QUALITY = any_of(
    r"safe | safest | right | correct | proper | ideal | optimal | best | good | recommended | typical | usual |"
    r" normal | average | "
    r"standard | common | starting | starter | start | beginners? | first[ -]time | first | noob | newbie |"
    r" max | maximum | min | minimum | "
    r"minimal | lowest | highest | smallest | largest | effective | therapeutic | lethal | fatal | toxic |"
    r" deadly | equivalent | daily | "
    r"threshold | upper | single | light | moderate | strong | heavy | sweet spot | suggested | ballpark |"
    r" appropriate | reasonable | "
    r"sensible | exact | precise | specific | low | lower | high | higher | medium | pain relief | intro |"
    r" entry | test | "
    r"maintenance | loading | working | perfect | comfortable | non[ -]lethal | tolerable | actual"
)
SCIENTIFIC_DOSE = (
    r"dose[ -](?:response|depend\w*|related|effect|finding)",
    (
        r"(?:does|do|is|are|why|how) (?:the )?(?:effects?|risks?|harm|it|kratom)[^.?!]{0,30}(?:depend|differ|change|"
        r"vary)\w*[^.?!]{0,20}(?:dose|amount)"
    ),
    (
        r"(?:low|lower|high|higher|small|large)(?:er)? (?:vs\.?|versus|and|or|compared to|doses? (?:vs|versus|and|"
        r"compared|act|stimul|sedat|feel|differ))"
    ),
    (
        r"\b(?:at|in) (?:a )?(?:low|lower|high|higher|large|small)(?:er)? (?:doses?|amounts?)\b(?!.{0,12}(?:is|are|"
        r"should|how many|mean))"
    ),
    r"overdos",
    r"\b(?:high|higher|large|larger|low|lower|big|bigger) (?:doses?|amounts?) (?:that |which )?(?:is|are|thats|makes?|be) (?:so |more |it )?"
    r"(?:risk|danger|harm|wors|bad|toxic|differ)",
    (
        r"(?:amount|lot|amounts) of (?:research|evidence|people|time|studies|money|contamina\w*|lead|metals?|heavy|"
        r"salmonella|risk|information)"
    ),
    r"what does [^.?!]{0,30}(?:dose|dosage|amount) mean",
    r"do(?:es)? (?:the )?(?:dose|amount|serving)s? (?:matter|make a difference|change)",
    (
        r"\b(?:are|do|does|is|why|can|could|would) (?:the )?(?:higher|lower|larger|bigger|smaller|high|low|large|"
        r"small) (?:doses?|amounts?)\b"
    ),
    (
        r"\b(?:higher|lower|larger|bigger|smaller) (?:doses?|amounts?) (?:\w+ ){0,3}(?:more|less|risk\w*|danger\w*|"
        r"worse|safer|harm\w*|mean|cause)"
    ),
    (
        r"^(?:was|were|is|are) the (?:doses?|amounts?) (?:\w+ ){0,3}(?:realistic|used|in|given|higher|far|close|"
        r"similar|comparable|relevant)"
    ),
)
ABOUT_US = (
    (
        r"why (?:do|dont|wont|cant|are|can|will|would|is|does|did|isnt|doesnt)\s+(?:not )?(?:you|u|caveat|"
        r"this (?:bot|site|chat|assistant|tool)|it not|the (?:bot|assistant))"
    ),
    r"why (?:no|not|is there no|isnt there|are there no) [^.?!]{0,20}(?:dos\w+|amounts?)",
    (
        r"why (?:is there |isnt there |are there |is |are )?no (?:\w+ )?(?:safe |standard |agreed |established |"
        r"official |known )"
    ),
    (
        r"why (?:is it|are|is the|cant anyone|is a|cant \w+|do experts)\b[^.?!]{0,30}\b(?:unknown|hard|impossible|"
        r"difficult|not known|disagree|say)"
    ),
    r"why (?:can|does|do|has|have|is|will|would) (?:nobody|no one|noone|science|experts|doctors|studies|researchers|anyone)\b",
    r"\b(?:unknown|nobody knows|no one knows|not known)\b(?!.*\b(?:should|can|do) i\b)",
    r"do you (?:ever )?(?:give|offer|provide|have|do) (?:any )?(?:dos\w+|amounts)",
    r"(?:you|caveat|bot|assistant) (?:refuse|decline|avoid|wont)\w*",
)
VERDICT = any_of(
    r"too much | too many | much | ok(?:ay)? | safe | safely | enough | a lot | good | right | fine | "
    r"alright | all right | reasonable | normal | overkill | first time | first timer | make sense | "
    r"beginner | to start | a day | daily | per day | work | strong | risky | dangerous | lethal | "
    r"excessive | kill | overdose | at once | high | harm | hurt | bad | heavy | low | appropriate | "
    r"recommended"
)
LAW_LIMIT = (
    rf"{NOT_TO_TAKE}.*\b(?:legal limit|by law|state laws?|fda|federal|legally|regulat\w+|"
    r"consumer protection)\b(?![^.?!]{0,40}\b(?:take|dose|safely)\b)"
)
STUDIED = any_of(
    r"study | studies | trial | trials | researchers | scientists | paper | experiment | label | labels |"
    r" package | packaging | bottle | bag | "
    r"box | reddit | forum | forums | erowid | vendor | vendors | website | subreddit | bluelight | clinical trial | "
    r"leaflet | rats? | mice | mouse | monkeys | dogs | volunteers | participants | subjects | farmers |"
    r" thai workers | tripsit | "
    r"manufacturer | instructions on the"
)
