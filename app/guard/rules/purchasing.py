"""Requests to find a seller, a product, a strain, a price or a delivery. Policy: content/policy/purchasing.yaml."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.patterns import Rule, any_of, rule

_P = Reason.PURCHASING

_GOODS = any_of(
    r"kratom | 7oh | it | some | this | that | these | those | them | powder | leaf | leaves | extracts? | capsules? | gumm(?:y|ies) | shots? | "
    r"tablets? | product | products | strain | strains | stuff | seeds? | plants? | pills | online | one | mine | more | legit | good | cheap | "
    r"pure | quality | fresh | tea | pseudoindoxyl | mgm15 | mgm-15 | kava | a bag | a kilo | xanax | oxy\w* | adderall | tianeptine | "
    r"phenibut | heroin | weed | molly | cocaine | benzos? | percocet | suboxone | opioids? | ketamine | shrooms"
)
_GET = any_of(
    r"buy | buys | buying | order | ordering | purchase | purchasing | score | cop | obtain | acquire | pick up | get hold of | get ahold of | "
    r"get my hands on | source | sourcing | stock up | find | finding | get | getting | procure | shop | shopping | grab | import"
)
_SELLER = any_of(
    r"vendors? | sellers? | suppliers? | shops? | stores? | websites? | sites? | brands? | company | companies | retailers? | dealers? | plug | "
    r"manufacturers? | smoke ?shops? | head ?shops? | gas stations? | dispensary | dispensaries | distributors? | outlets? | kratom bars? | "
    r"wholesalers? | marketplace | merchants? | sources?"
)
_PRAISE = any_of(
    r"best | good | great | reliable | reputable | trusted | trustworthy | legit | legitimate | top | favou?rite | decent | safest | safe | "
    r"cheapest | cheap | cleanest | clean | purest | quality | highest | recommended | honest | ethical | affordable | solid | number one | "
    r"high quality | lab[ -]tested | third[ -]party tested | gmp | popular"
)
_KIND = any_of(
    r"strains? | veins? | colou?rs? | kratom | products? | types? | kinds? | forms? | brands? | extracts? | gumm(?:y|ies) | shots? | capsules? | "
    r"powders? | variet(?:y|ies) | blends? | tablets? | 7oh | ones? | option | leaf"
)
_PICK = any_of(
    r"strains? | veins? | colou?rs? | products? | types? | kinds? | forms? | brands? | extracts? | gumm(?:y|ies) | shots? | capsules? | "
    r"powders? | variet(?:y|ies) | blends? | tablets? | ones? | option"
)
_FOR = r"(?:sleep|pain|energy|anxiety|focus|relax\w*|depression|mood|beginners?|a beginner|studying|work|insomnia|adhd|back pain|opiates?|opioids?|euphoria|newbies|me)"
_HELP = any_of(
    r"help | support | treatment | naloxone | narcan | tested | a test | drug tested | information | info | counsel\w* | advice | a doctor | "
    r"the (?:study|paper|article|evidence|source) | studies | research | evidence | rehab | detox | therapy | hotline | sources you | "
    r"citations | references | care | medical | emergency | poison | screened | a prescription for (?:naloxone|buprenorphine|suboxone)"
)
_NEWS = any_of(
    r"recall(?:ed|s)? | contaminat\w* | salmonella | lawsuits? | warning letters? | warned | fda | banned | illegal | regulated | regulation | "
    r"law | laws | license\w* | age | minors? | under 21 | under 18 | how old | mislabel\w* | adulterat\w* | sued | liable"
)
_META = (
    r"\bwhy\b[^.?!]{0,20}\b(?:no|not|name no|nothing)\b|\b(?:this|your) (?:site|website|page)\b|\bwhats in (?:it|them|those|this|these)\b|\bwhat is in (?:it|them|those|this|these)\b",
    r"why (?:do|dont|wont|cant|are|can|will|would) (?:not )?(?:you|caveat|this|the (?:bot|assistant))",
    r"do you (?:get paid|have|take) (?:by|any )?(?:sponsor|ties|affiliat|money|funding|vendors)",
    r"(?:funded|paid|sponsored|owned) by",
)
_LAW = r"\b(?:legal|illegal|law|laws|allowed|lawful|ban|banned|age limit|old enough|minimum age|how old|permitted|against the law|prescription|regulated|restrict\w*)\b"

RULES: tuple[Rule, ...] = (
    rule(
        "where",
        _P,
        [
            rf"\b(?:where|wheres|how|whre|were)\b[^.?!]{{0,6}}\s(?:(?:can|do|does|to|could|would|should|is|are|the|did|best|place|i|you|u|we|people|one|someone|folks|he|she|my|a|guy|they|might|even|else|online|locally|legally|discreetly|safely|actually|near|here|around|me|in|[a-z]+)\s){{0,7}}?{_GET}\b[^.?!]{{0,35}}?\b{_GOODS}\b",
            r"\b(?:where|wheres)\b[^.?!]{0,40}\b(?:buy|order|purchase|cop|score|sells?|sold|selling|for sale|available|stocked|carr(?:y|ies))\b",
            r"\bwhere\b[^.?!]{0,25}\b(?:get|find|source|obtain)\s(?:kratom|7oh|it|some|this|that|these|them|gummies|extract|seeds|powder|capsules|the (?:stuff|good|real|strong|best)|good|quality|real|legit)\b",
            r"\b(?:can|do|does|could) (?:i|you|we|they|one)\b[^.?!]{0,8}\b(?:get|find|buy) (?:kratom|7oh|it|some) (?:at|from)\b",
            r"\bwho (?:delivers|ships)\b",
            r"\bwho (?:sells?|has|carries|stocks|ships|is selling|makes the best|got|makes the (?:cleanest|strongest))\b",
            r"\b(?:anyone|anybody|someone) (?:selling|know (?:a|where|of a)|have a (?:source|plug|link)|sells)\b",
            r"\bwhere can (?:i|you|u) (?:get|find|buy) (?:kratom|7oh|it|some)\b",
            r"\b(?:looking|want|need|trying|hoping|ready|about|how|help me|like|wish|plan) (?:to |for |i )?(?:a place to )?(?:buy|order|purchase|cop|score|stock up|import)\b(?! time)",
            r"\b(?:hook me up|my plug|a plug|need a plug|sell me|for sale|in stock|free samples?|sample packs?|link me|link to (?:buy|a|the (?:shop|store|vendor|site|product))|buy link|purchase link|shopping list|add to cart|order page|checkout)\b",
            r"\b(?:buy|order|purchase|get|find) (?:it |kratom |7oh |some )?(?:online|near me|nearby|around here|in my area|locally|from (?:a|the|amazon|china|indonesia|you|overseas|thailand))\b",
            r"\b(?:kratom|7oh|gummies|extract|shots?|seeds|vendors?|stores?|shops?) (?:near me|nearby|in my area|around here|close to me|delivery|for sale|online shop|shop|store)\b",
            r"\b(?:does|do|will|is|are|can|cant|did) (?:amazon|walmart|ebay|etsy|walgreens|cvs|7[ -]?eleven|target|costco|temu|alibaba|gnc|whole foods|shell|circle k|doordash|instacart|uber ?eats|facebook|tiktok shop)\b[^.?!]{0,20}\b(?:sell|carry|have|stock|selling|ship|deliver)?",
            r"\b(?:dark ?web|darknet|telegram|whatsapp|discord|onion (?:site|link)|wickr|signal group)\b[^.?!]{0,50}\b(?:buy|source|vendor|get|order|link|group|seller|market|kratom|7oh)\b",
        ],
        [
            rf"\b(?:where|how|find|get)\b[^.?!]{{0,25}}\b(?:get|find|access|ask for|look for|seek)\b[^.?!]{{0,20}}\b{_HELP}\b",
            rf"\bwhere[^.?!]{{0,40}}{_LAW}",
            r"where (?:does|did|do) (?:kratom|it|7oh|the (?:data|evidence|plant|word|name)) (?:come|grow|originate|act|bind)",
            r"where (?:is|are|was) (?:kratom|it|7oh) (?:from|grown|native|legal|illegal|banned|used)",
            r"how (?:do|did|does|can|could) (?:researchers|scientists|labs|the fda|studies|you) (?:find|get|know|obtain)",
            r"how (?:do|can|to|could|would|should) (?:i|you|we)? ?(?:get|find) (?:off|over|through|clean|out|rid|better|help|it out|past|away|sober|my|an? appointment|a referral|a doctor|addicted|hooked)",
            r"how (?:do|does|did|would) (?:people|someone|you|users|they|one) (?:get|become) (?:addicted|hooked|dependent|sick|help)",
            r"\bhow old\b|\bage\b|\bget (?:\w+ )?(?:hooked|addicted|dependent)\b",
            r"\b(?:before|if|when) (?:i|you|people|someone) (?:buy|get|order)[^.?!]{0,40}(?:risk|danger|know|contamin|check)",
            *_META,
        ],
    ),
    rule(
        "buy",
        _P,
        [
            r"\b(?:buy|order|purchase) (?:\w+ ){0,2}(?:kratom|7oh|seeds|maeng)\b(?=[^.?!]{0,40}(?:\?|$)|.{0,30}(?:please|now|today|cheap))"
        ],
        [
            _LAW,
            r"\b(?:can|could|may) (?:i|you|we|people|someone|anyone)\b",
            r"\b(?:before|if|when|people|who|which|risks?|why|did|that) (?:\w+ ){0,2}(?:buy|order|purchase)",
            *_META,
        ],
    ),
    rule(
        "which-seller",
        _P,
        [
            rf"\b{_PRAISE}\b[^.?!]{{0,25}}?\b(?:kratom |7oh |online |local |cheap |gas station )*{_SELLER}\b",
            rf"\b(?:which|what|whats|any|recommend\w*|suggest\w*|name|list|know|your|trust|rank|compare|need|looking for|find|favou?rite|tell me|give me|got|rate|review|are there|top \d+)\b[^.?!]{{0,30}}\b{_SELLER}\b",
            rf"\b{_SELLER}\b[^.?!]{{0,30}}\b(?:recommend\w*|recs?|suggestions?|reviews?|ranking|list|you trust|is best|are best|is the best|to trust|to (?:buy|order) from|should i|do you|you like|near me|with (?:lab|coa|third|good)|that (?:ships?|sells?|deliver|test|passed|are clean|is clean|isnt|arent|wont))\b",
            r"\b(?:brand|vendor|product) (?:name|names|recommendations?|comparison)\b",
            r"\b(?:is|are) [\w' ]{2,40} (?:a )?(?:(?:legit|good|reputable|trusted|reliable|trustworthy|decent|safe) (?:vendor|brand|company|site|store|shop|source)|legit|reputable|trustworthy|a scam)\b",
            r"\b(?:what|which) (?:one|ones|product|products|brand|brands)\b[^.?!]{0,20}\b(?:should i|do you|would you|to) (?:buy|get|pick|choose|order|try|recommend|trust|use|avoid)\b",
        ],
        [
            rf"\b(?:brands?|products?|companies|company|vendors?|sellers?|stores?|shops?|retailers?)\b[^.?!]{{0,40}}\b(?:{_NEWS}|been sued|get in trouble|required|have to|must|allowed|legally|lie|label\w*|test for|regulate|tested|vary|differ|claim\w*|say|says|advertis\w*|market|marketing)\b(?<!lab tested)(?<!party tested)",
            rf"\b(?:which|what|were|was|has|have|did|is|are|any)\b[^.?!]{{0,30}}\b{_NEWS}\b[^.?!]{{0,30}}\b{_SELLER}\b(?![^.?!]{{0,40}}\b(?:without|clean|free|avoid|passed)\b)",
            r"\bsources? (?:do|does|did|are|is|you|that|say|behind|used|cited|used here|on|in|about)\b",
            r"\b(?:your|these|the|cite|primary|scientific|reliable|good|official|trusted|trustworthy|reputable|legit) (?:\w+ )?sources?\b(?! (?:to|for) (?:buy|get|kratom|7oh))",
            r"\b(?:what|which|any) (?:\w+ )?(?:websites?|sites?|sources?)\b[^.?!]{0,25}\b(?:evidence|research|information|info|help|support|read|learn|studies|science|used|use|rely|cite)",
            r"\b(?:drug|pharmaceutical|insurance|testing) compan",
            r"\bgas station heroin\b",
            r"\breviews?\b[^.?!]{0,25}\b(?:trustworthy|fake|real|honest|reliable|believe)\b",
            r"\bcompany (?:policy|drug test|car)\b",
            *_META,
        ],
    ),
    rule(
        "price",
        _P,
        [
            r"\b(?:price|prices|pricing|priced|cheapest|cheaper|discounts?|coupons?|promo(?: codes?)?|voucher|deals?|bargain|on sale|wholesale|in bulk|bulk|bogo|clearance|going rate|street price|afford)\b",
            r"\b(?:how much|what|whats)\b[^.?!]{0,40}\b(?:cost|costs|price|charge|pay for|worth|run me|going for|sell for|sells for|set me back|dollars|bucks)\b",
            r"\bcheap (?:kratom|7oh|place|vendor|shots?|extract|gummies|powder|way to get)\b",
            r"\b(?:kratom|7oh|kilo|ounce|gram|bag|bottle) (?:cost|costs|price|for under|under \$|for \$)\b",
            r"\b(?:under|below|less than|for|at) (?:\$|usd )\d+",
            r"\bhow much (?:is|for|are) (?:a|an|one|the|some) (?:kilo|bag|bottle|pack\w*|ounce|shot|box|gram|kg|pound|jar|tin)\b",
            r"\bhow much for\b[^.?!]{0,20}\b(?:bag|kilo|ounce|bottle|pack)",
            r"\b(?:free|fast|express|overnight|discreet|same[ -]day|international) (?:shipping|delivery|postage)\b",
        ],
        [
            r"\b(?:cost|costs|price|deal|deals|bulk|afford)\b[^.?!]{0,25}\b(?:of (?:treatment|rehab|care|a (?:doctor|test)|addiction|testing|therapy)|to society|to the health|with (?:withdrawal|pain|anxiety|cravings|stress|the|my|this|it|side|a)|in (?:health|lives)|laxative|fiber|stool)\b",
            r"\b(?:big|great|good|whats the|real|what is the|a) deal\b",
            r"\bdeal(?:ing|s|t)? with\b",
            r"\b(?:at all costs?|cost (?:me|him|her|my) (?:my|his|her|a)?)",
            r"\bcant afford (?:treatment|rehab|a doctor|therapy|help)",
            r"\b(?:pay|price|paid) (?:the|a) price for",
            r"\btax(?:es|ed)?\b",
            r"\b(?:study|studies|research|linked|correlat\w*)\b",
            *_META,
        ],
    ),
    rule(
        "which-product",
        _P,
        [
            r"\b(?:which|what|whats|wich|what\'?s)\b(?: is| are|s)?[^.?!]{0,18}?\b(?:strains?|veins?|colou?rs?|products?|types?|kinds?|forms?|brands?|variet(?:y|ies)|blends?|gumm(?:y|ies)|shots?|extracts?|tablets?|pills?|capsules?)\b[^.?!]{0,35}?\b(?:for|best|good|better|should|strongest|stronger|recommend|most|to (?:take|use|try|buy|get|start|pick|choose)|works?|helps?|do you|would|gives?|hits?|safest|i (?:get|buy|take|try|use|pick)|you like|people like|relaxing|euphoric|energi\w+|sedating|potent|effective|cleanest|purest)\b",
            rf"\b(?:best|strongest|top|most (?:potent|euphoric|sedating|relaxing|effective|energi[sz]ing|popular)|safest|purest|cleanest|highest quality|ideal|favou?rite|right|better|smoothest|mildest|weakest|nicest)\b\s(?!friend|before)(?:\w+\s){{0,3}}?{_PICK}\b",
            rf"\b(?:which|what|whats)\s(?:\w+\s){{0,2}}?(?:kratom|7oh|one)\s(?:is (?:the )?(?:best|strongest|better|safest|cleanest)|should i (?:get|buy|take|try|use|pick|choose)|"
            rf"to (?:buy|get|try|pick)|do you (?:recommend|like|suggest)|would you|hits|works best|for {_FOR})\b",
            r"\b(?:best|strongest|top|purest|cleanest|safest|finest) (?:quality |rated |possible |red |green |white |lab tested )?(?:kratom|7oh)\b(?! (?:evidence|study|studies|research))",
            rf"(?<!feel )\bgood\s(?:kratom\s)?{_PICK}\b",
            rf"\b(?:recommend|suggest|pick|choose|(?:please|you|^) ?name|rank|rate|compare|find me|help me (?:pick|choose|find|decide))\b[^.?!]{{0,25}}\b{_PICK}\b",
            rf"\b{_PICK}\b[^.?!]{{0,20}}\b(?:should i (?:get|buy|try|take|use|pick|choose|order|start|go)|do you recommend|would you (?:recommend|pick|choose|suggest)|is (?:the )?best|are (?:the )?best|to (?:buy|get|pick|choose|start with|try first)|recommendations?|recs|hits (?:the )?hardest|is strongest|for (?:sleep|pain|energy|anxiety|beginners?|focus|relax\w*|depression|a beginner|euphoria|insomnia|opiate|opioid|back pain|studying|work|mood|newbies|adhd))\b",
            r"\b(?:red|green|white|yellow|gold|bali|borneo|thai|malay|maeng da|indo)\b(?: vein| kratom)? (?:or|vs|versus) (?:red|green|white|yellow|gold|bali|borneo|thai|malay|maeng da|indo)\b[^.?!]{0,40}\b(?:for|best|better|stronger|should|sleep|pain|energy|pick|choose)\b",
            r"\bshould i (?:get|buy|choose|pick|try|take|use|go (?:with|for)|start with|order|switch to)\b[^.?!]{0,30}\b(?:red|green|white|yellow|strain|vein|extract|powder|capsules?|gummies|shots?|tea|7oh|tablets)\b",
            r"\b(?:red|green|white|yellow|bali|borneo|thai|malay|maeng da)\b(?: vein| kratom| strain)? (?:for|good for|best for) (?:sleep|pain|energy|anxiety|focus|relax\w*|depression|mood|beginners?|studying|work)\b",
            r"\b(?:strains?|products?|kratom) (?:without|free (?:of|from)|with no|low in|lowest in) (?:heavy )?(?:metals?|lead|salmonella|contamina\w*|7oh|mold)\b",
            r"\b(?:find|get|choose|pick|tell|identify|spot) (?:a |the |good |real |quality |clean |safe |pure )+(?:kratom|product|strain|brand|7oh|powder|one)s?\b[^.?!]{0,30}(?:\?|$)",
            r"\bwhat(?: should| do| can| would)? (?:i|you) (?:look for|check) (?:when|before|if) (?:i'?m |im |you'?re |i am |you are )?(?:buying|ordering|shopping|choosing|picking)\b",
        ],
        [
            r"\b(?:best|good|strongest|better|right|top) (?:\w+ ){0,2}(?:evidence|study|studies|trial|research|proof|way to (?:quit|stop)|treatment|data|support|science|known|established|studied|alternative|question|doctor|person)\b",
            r"\b(?:which|what|whats)\b[^.?!]{0,20}\b(?:types?|kinds?|forms?) of (?:evidence|study|studies|doctor|help|test|tests|drug|receptor|side|effects?|research|withdrawal|treatment|people|plant|interaction|products? (?:was|were|have|has|are (?:sold|there|recalled)))\b",
            r"\bwhich (?:alkaloids?|receptors?|enzymes?|metals?|states?|drugs?|medications?|medicines?|studies|compound|chemical)\b",
            r"\bwhat (?:kind|type|sort|form)s? of (?:thing|substance|drug|plant|tree)\b",
            r"\bwhat (?:colou?rs?|strains?|veins?|forms?|types?|kinds?|products?) (?:are there|exist|does|do (?:it|kratom|they) (?:come|mean)|mean|is there|actually mean|were|was|have been)\b",
            r"\b(?:what|which) (?:strains?|veins?|colou?rs?|products?|brands?)\b[^.?!]{0,30}\b(?:really (?:mean|differ)|mean|recalled|tested positive|contaminated|in the study|were found|studied)\b",
            r"\b(?:does|do|is|are) (?:the )?(?:strains?|veins?|colou?rs?|red|green|white)\b[^.?!]{0,30}\b(?:differ|really|actually|matter|mean|make|change|more sedating|different|real|true|affect|contain|have)\b",
            r"\bwhat (?:is|are|does) (?:a |the )?(?:red|green|white|yellow|vein|strain|kratom|7oh|extract)s?(?: vein| kratom)?(?: mean| strain)?\s?\??$",
            r"\b(?:better|good|best|right) (?:kratom|7oh|it|one) (?:or|than|vs)\b",
            r"\b(?:better|worse|safer|stronger|weaker|riskier|healthier) (?:\w+ )?than (?:kratom|7oh|it|leaf|opioids?|coffee|alcohol)\b",
            r"\b(?:good|bad|safe|better|right|good or bad) (?:for|idea|thing)\b(?!.{0,40}(?:strain|which|brand))",
            r"\b(?:do|would|does) (?:you|doctors|experts|anyone) recommend (?:taking |using |people take )?(?:kratom|7oh|it)\s*\??$",
            r"\b(?:marketing|myth|botanically)\b|^(?:is|are|does|do|can) (?:red|green|white|yellow)\b(?![^.?!]{0,60}\b(?:or|should|vs)\b)",
            rf"{_LAW}",
            *_META,
        ],
    ),
    rule(
        "delivery",
        _P,
        [
            r"\b(?:ship|shipped|shipping|ships|deliver|delivers|delivered|delivery|mail|mailed|mailing|send|sent|courier|import|importing)\b[^.?!]{0,40}\b(?:kratom|7oh|it|to (?:my|me|alabama|a banned|a po|the|another)|overseas|internationally|gummies|powder|extract|seeds|order|a package)\b(?=.{0,60}(?:\?|$))",
            r"\b(?:can|could|will|do|does|how (?:do|can|to)|who|which|any(?:one)?|where)\b[^.?!]{0,25}\b(?:ship|deliver|mail|import|shipped|delivered|mailed|imported|shipping)\b",
            r"\b(?:kratom|7oh|seeds|powder)\b[^.?!]{0,25}\b(?:shipped|delivered|mailed|shipping|delivery)\b",
        ],
        [
            rf"{_LAW}",
            r"\b(?:mail|send|email|post|message) (?:me|you|us)? ?(?:the|a|an|your) (?:study|paper|link to the|report|info|summary|list of (?:studies|sources))",
            r"\b(?:fda|customs|import alert|dea)\b[^.?!]{0,30}\b(?:import|detain|seiz|alert)\w*",
            r"\bimport alerts?\b",
            r"import(?:ant|antly|ance)",
            r"deliver(?:y|ed|ing)? (?:a |the |my |of (?:a |the )?)?(?:baby|babies|newborn|child)|labor and delivery|after delivery|during delivery|delivery room",
            *_META,
        ],
    ),
    rule(
        "seeds",
        _P,
        [
            r"\b(?:get|buy|order|find|obtain|source|where|sell|purchase|trade|acquire|cheap|viable|fresh|live)\b[^.?!]{0,30}\b(?:seeds?|seedlings?|saplings?|cuttings?|live plants?|kratom trees?|kratom plants?)\b",
        ],
        [r"where (?:do|does) (?:\w+ )?(?:trees?|plants?|kratom) (?:grow|come)"],
    ),
)

DOUBTFUL: tuple[Rule, ...] = (
    rule(
        "selling-mentioned",
        _P,
        [
            r"\b(?:can|could|may) (?:i|you|we|someone|people|anyone|a \d+ year old) (?:still |legally |just )?(?:buy|order|purchase|get) (?:kratom|7oh|it)\b",
            r"\b(?:buy|bought|order|purchase|vendors?|brands?|cheap|price)\b(?=.{0,80}\?|.{0,30}$)",
            r"\b(?:is|are) (?:\w+ ){0,3}(?:brand|product|strain)s? (?:any )?(?:safer|better|good|safe)\b",
            r"\b(?:red|green|white|yellow)(?: vein)?(?: kratom)? (?:better|stronger|safer|more (?:sedating|stimulating|potent)) than\b",
        ],
        [
            rf"\b(?:{_NEWS}|sold|selling|have to|must|required|tested|test for|claim\w*|honest|label\w*|inspect\w*|regulat\w*|ages?|oversees?)\b",
            r"\b(?:bought|ordered|got) (?:it |some |kratom |this |a |these )",
            rf"{_LAW}",
            *_META,
        ],
        doubtful=True,
    ),
)
