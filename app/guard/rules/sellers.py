"""Requests to find a seller or a price, or to have something delivered. Policy: purchasing."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.buying_words import LAW, META, NEWS
from app.guard.rules.facts import (
    AGE_TO_BUY,
    COUNTS,
    LAWFUL,
    MARKET,
    NATURAL,
    OVERSIGHT,
    PRICE_AND_QUALITY,
    SOMEONE_BUYS,
)
from app.guard.rules.patterns import Rule, any_of, rule

_GOODS = any_of(
    r"kratom | 7oh | it | some | this | that | these | those | them | powder | leaf | leaves | extracts? |"
    r" capsules? | gumm(?:y|ies) | shots? | "
    r"tablets? | product | products | strain | strains | stuff | seeds? | plants? | pills | online | one |"
    r" mine | more | legit | good | cheap | "
    r"pure | quality | fresh | tea | pseudoindoxyl | mgm15 | mgm-15 | kava | a bag | a kilo | xanax | oxy\w* |"
    r" adderall | tianeptine | "
    r"phenibut | heroin | weed | molly | cocaine | benzos? | percocet | suboxone | opioids? | ketamine | shrooms"
)
_GET = any_of(
    r"buy | buys | buying | order | ordering | purchase | purchasing | score | cop | obtain | acquire |"
    r" pick up | get hold of | get ahold of | "
    r"get my hands on | source | sourcing | stock up | find | finding | get | getting | procure | shop |"
    r" shopping | grab | import"
)
_SELLER = any_of(
    r"vendors? | sellers? | suppliers? | shops? | stores? | websites? | sites? | brands? | company | companies |"
    r" retailers? | dealers? | plug | "
    r"manufacturers? | smoke ?shops? | head ?shops? | gas stations? | dispensary | dispensaries |"
    r" distributors? | outlets? | kratom bars? | "
    r"wholesalers? | marketplace | merchants? | sources?"
)
_PRAISE = any_of(
    r"best | good | great | reliable | reputable | trusted | trustworthy | legit | legitimate | top |"
    r" favou?rite | decent | safest | safe | "
    r"cheapest | cheap | cleanest | clean | purest | quality | highest | recommended | honest | ethical |"
    r" affordable | solid | number one | "
    r"high quality | lab[ -]tested | third[ -]party tested | gmp | popular"
)
_HELP = any_of(
    r"help | support | treatment | naloxone | narcan | tested | a test | drug tested | information | info |"
    r" counsel\w* | advice | a doctor | "
    r"the (?:study|paper|article|evidence|source) | studies | research | evidence | rehab | detox | therapy |"
    r" hotline | sources you | "
    r"citations | references | care | medical | emergency | poison | screened | a prescription for (?:naloxone|"
    r"buprenorphine|suboxone)"
)

_WHERE = (
    r"\b(?:where|wheres)\b(?:(?<!, where)|(?= (?:can|do|does|did|is|are|to|would|could|should|else|exactly|might)\b))"
)
"""Not in a clause that only says of a place that kratom is sold there: "Bangkok, where they sell it"."""

RULES: tuple[Rule, ...] = (
    rule(
        "where",
        Reason.PURCHASING,
        [
            (
                rf"\b(?:where|wheres|how|whre|were)\b[^.?!]{{0,6}}\s(?!much, i get it\b)(?:(?:can|do|does|to|could|would|should|is|are|"
                rf"the|did|best|place|i|you|u|we|people|one|someone|folks|he|she|my|a|guy|they|might|even|else|"
                rf"online|locally|legally|discreetly|safely|actually|near|here|around|me|in|"
                rf"[a-z]+)\s){{0,7}}?{_GET}\b[^.?!]{{0,35}}?\b{_GOODS}\b"
            ),
            (
                rf"{_WHERE}[^.?!]{{0,40}}\b(?:buy|order|purchase|cop|score|sells?|sold|selling|for sale|"
                r"available|stocked|carr(?:y|ies))\b"
            ),
            (
                r"\bwhere\b[^.?!]{0,25}\b(?:get|find|source|obtain)\s(?:kratom|7oh|it|some|this|that|these|them|"
                r"gummies|extract|seeds|powder|capsules|the (?:stuff|good|real|strong|best)|good|quality|real|"
                r"legit)\b"
            ),
            (
                r"\b(?:can|do|does|could) (?:i|you|we|they|one)\b[^.?!]{0,8}\b(?:get|find|buy) (?:kratom|7oh|it|"
                r"some) (?:at|from)\b"
            ),
            r"\bwho (?:delivers|ships)\b",
            r"\bdo (?:you|u|yall|you guys) (?:sell|stock|carry|ship|deliver)\b",
            (
                r"(?<!why )\b(?:do|does|did|will|is there|are there) (?:any |a |the |some |your )?(?:\w+ )?(?:gas stations?|stores?|smoke "
                r"?shops?|head ?shops?|vape (?:shops?|stores?)|shops?|supermarkets?|pharmac(?:y|ies)|drugstores?|convenience "
                r"stores?|bodegas?|truck stops?)\b[^.?!]{0,30}\b(?:carry|sell|stock|have|selling|carrying)\b[^.?!]{0,15}"
                r"\b(?:kratom|7oh|it|them|tabs|shots?|gumm\w+|any)\b"
            ),
            r"\bsubscription (?:box|boxes|service|plan|pack)\b",
            (
                r"(?:(?<!, )\bwho sells?|\bwho (?:sells? (?:it|kratom|7oh|this|that|some|any|the)|carries|stocks|ships|is selling|"
                r"makes the (?:best|cleanest|strongest)|(?:has|got|has got) (?:(?:the|a|any|some|really|real|very) )*"
                r"(?:best|good|decent|legit|cheap\w*|clean\w*|strong\w*|pure\w*|fresh\w*|kratom|7oh|powder|gummies|shots?|extracts?|"
                r"stuff|deals?|it (?:in stock|near|cheap|for)|stock|plug|hookup|source)))\b"
            ),
            r"\b(?:anyone|anybody|someone) (?:selling|know (?:a|where|of a)|have a (?:source|plug|link)|sells)\b",
            r"\bwhere can (?:i|you|u) (?:get|find|buy) (?:kratom|7oh|it|some)\b",
            (
                r"\b(?:looking|want|need|trying|hoping|ready|about|how|help me|like|wish|plan) (?:to |for |"
                r"i )?(?:a place to )?(?:buy|order|purchase|cop|score|stock up|import)\b(?! time)"
            ),
            (
                r"\b(?:hook me up(?! to (?:the|an?)\b)|my plug|a plug|need a plug|sell me|for sale|in stock|free samples?|sample packs?|"
                r"link me|link to (?:buy|a|the (?:shop|store|vendor|site|product))|buy link|purchase link|"
                r"shopping list|add to cart|order page|checkout)\b"
            ),
            (
                r"\b(?:buy|order|purchase|get|find) (?:it |kratom |7oh |some )?(?:online|near me|nearby|around here|"
                r"in my area|locally|from (?:a|the|amazon|china|indonesia|you|overseas|thailand))\b"
            ),
            (
                r"\b(?:kratom|7oh|gummies|extract|shots?|seeds|vendors?|stores?|shops?) (?:near me|nearby|"
                r"in my area|around here|close to me|delivery|for sale|online shop|shop|store)\b"
            ),
            (
                r"\b(?:does|do|will|is|are|can|cant|did) (?:amazon|walmart|ebay|etsy|walgreens|cvs|7[ -]?eleven|"
                r"target|costco|temu|alibaba|gnc|whole foods|shell|circle k|doordash|instacart|uber ?eats|facebook|"
                r"tiktok shop)\b[^.?!]{0,20}\b(?:sell|carry|have|stock|selling|ship|deliver|got|offer)\b"
            ),
            (
                r"\b(?:dark ?web|darknet|telegram|whatsapp|discord|onion (?:site|link)|wickr|"
                r"signal group)\b[^.?!]{0,50}\b(?:buy|source|vendor|get|order|link|group|seller|market|kratom|7oh)\b"
            ),
        ],
        [
            (
                rf"\b(?:where|how|find|get)\b[^.?!]{{0,25}}\b(?:get|find|access|ask for|look for|"
                rf"seek)\b[^.?!]{{0,20}}\b{_HELP}\b"
            ),
            rf"\bwhere[^.?!]{{0,40}}{LAW}",
            r"\bwhere (?:does|do|did|would|could|might) (?:\w+ ){1,2}(?:get|have|take|find) (?:that|such|this idea|that idea)\b[^.?!]{0,20}\bfrom\b",
            r"\bwhere (?:does|do|did|would|could|might) (?:he|she|they) (?:get|have) (?:that|such ideas?|this idea|that idea)\W*$",
            r"\bget (?:it|this|that|him|her|them) (?:fixed|corrected|changed|removed|deleted|checked|looked at|treated|to \w+)\b",
            (
                r"\bget (?:\w+ ){1,3}off (?:kratom|7oh|it|this|that|them|the (?:stuff|leaf|powder|tablets|tea))\b"
                r"(?! (?:amazon|ebay|etsy|craigslist|the))"
            ),
            r"\bwhere (?:did|do|does|have) (?:you|u)\b[^.?!]{0,20}\b(?:facts?|info\w*|data|answers?|knowledge|numbers|figures)\b",
            (
                r"where (?:does|did|do) (?:kratom|it|7oh|the (?:data|evidence|plant|word|name)) (?:come|grow|"
                r"originate|act|bind)"
            ),
            r"where (?:is|are|was) (?:kratom|it|7oh) (?:from|grown|native|legal|illegal|banned|used)",
            (
                r"how (?:do|did|does|can|could) (?:researchers|scientists|labs|the fda|studies|you) (?:find|get|"
                r"know|obtain)"
            ),
            (
                r"how (?:do|can|to|could|would|should) (?:i|you|we)? ?(?:get|find) (?:off|over|through|clean|out|"
                r"rid|better|help|it out|past|away|sober|my|an? appointment|a referral|a doctor|addicted|hooked)"
            ),
            (
                r"how (?:do|does|did|would) (?:people|someone|you|users|they|one) (?:get|become) (?:addicted|hooked|"
                r"dependent|sick|help)"
            ),
            *COUNTS,
            *LAWFUL,
            *AGE_TO_BUY,
            r"^(?:do|does|did|will|are) [^.?!]{0,80}\b(?:kids|minors|teens|under (?:18|21)|tested|test|have to|id\b|check|"
            r"label\w*|legal\w*|illegal\w*|bann?ed|more dangerous|safer|same)\b",
            *OVERSIGHT,
            *NATURAL,
            r"\bhow old\b|\bages?\b|\bget (?:\w+ )?(?:hooked|addicted|dependent)\b",
            (
                r"\b(?:before|if|when) (?:i|you|people|someone) (?:buy|get|order)[^.?!]{0,40}(?:risk|danger|know|"
                r"contamin|check)"
            ),
            *META,
        ],
    ),
    rule(
        "buy",
        Reason.PURCHASING,
        [
            r"\b(?:buy|order|purchase) (?:\w+ ){0,2}(?:kratom|7oh|seeds|maeng)\b(?=[^.?!]{0,40}(?:\?|$)|"
            r".{0,30}(?:please|now|today|cheap))"
        ],
        [
            LAW,
            r"\b(?:can|could|may) (?:i|you|we|people|someone|anyone)\b",
            r"\b(?:before|if|when|people|who|which|risks?|why|did|that) (?:\w+ ){0,2}(?:buy|order|purchase)",
            *META,
        ],
    ),
    rule(
        "which-seller",
        Reason.PURCHASING,
        [
            rf"\b{_PRAISE}\b[^.?!]{{0,25}}?\b(?:kratom |7oh |online |local |cheap |gas station )*{_SELLER}\b",
            (
                rf"\b(?:which|what|whats|any|recommend\w*|suggest\w*|name|list|know|your|trust|rank|compare|need|"
                rf"looking for|find|favou?rite|tell me|give me|got|rate|review|are there(?! (?:any )?(?:states?|laws?|rules?|countries|places))|"
                rf"top \d+)\b[^.?!]{{0,30}}\b{_SELLER}\b"
            ),
            (
                rf"\b{_SELLER}\b[^.?!]{{0,30}}\b(?:recommend\w*|recs?|suggestions?|reviews?|ranking|list|you trust|"
                rf"is best|are best|is the best|to trust|to (?:buy|order) from|should i|do you|you like|near me|"
                rf"with (?:lab|coa|third|good)|that (?:ships?|sells?|deliver|test|passed|are clean|is clean|isnt|"
                rf"arent|wont))\b"
            ),
            r"\b(?:brand|vendor|product) (?:name|names|recommendations?|comparison)\b",
            (
                r"^(?:is|are) (?!(?:red|green|white|yellow|the|that|this|it|any|liquid|smoking)\b)(?:[\w']+ ){1,3}(?:kratom|"
                r"botanicals?|herbals?|herbs|extracts|leaf) any good\W*$"
            ),
            (
                r"\b(?:is|are) [\w' ]{2,40} (?:a )?(?:(?:legit|good|reputable|trusted|reliable|trustworthy|decent|"
                r"safe) (?:vendor|brand|company|site|store|shop|source)|legit|reputable|trustworthy|a scam)\b"
            ),
            (
                r"\b(?:what|which) (?:one|ones|product|products|brand|brands)\b[^.?!]{0,20}\b(?:should i|do you|"
                r"would you|to) (?:buy|get|pick|choose|order|try|recommend|trust|use|avoid)\b"
            ),
        ],
        [
            (
                rf"\b(?:brands?|products?|companies|company|vendors?|sellers?|stores?|shops?|"
                rf"retailers?)\b[^.?!]{{0,40}}\b(?:{NEWS}|been sued|get in trouble|required|have to|must|allowed|"
                rf"legally|lie|label\w*|test for|regulate|tested|vary|differ|claim\w*|say|says|advertis\w*|market|"
                rf"marketing)\b(?<!lab tested)(?<!party tested)"
            ),
            (
                rf"\b(?:which|what|were|was|has|have|did|is|are|any)\b[^.?!]{{0,30}}\b{NEWS}\b[^.?!]{{0,30}}\b"
                rf"{_SELLER}\b(?![^.?!]{{0,40}}\b(?:without|clean|free|avoid|passed)\b)"
            ),
            r"\bsources? (?:do|does|did|are|is|you|that|say|behind|used|cited|used here|on|in|about)\b",
            (
                r"\b(?:your|these|the|cite|primary|scientific|reliable|good|official|trusted|trustworthy|reputable|"
                r"legit) (?:\w+ )?sources?\b(?! (?:to|for) (?:buy|get|kratom|7oh))"
            ),
            (
                r"\b(?:what|which|any) (?:\w+ )?(?:websites?|sites?|sources?)\b[^.?!]{0,25}\b(?:evidence|research|"
                r"information|info|help|support|read|learn|studies|science|used|use|rely|cite)"
            ),
            r"\b(?:drug|pharmaceutical|insurance|testing) compan",
            r"\bgas station heroin\b|\bwhat (?:sets|distinguishes|separates|is in|are)\b[^.?!]{0,20}\bgas station\b",
            r"\bwhat (?:the |a |an |some )?(?:\w+ )?(?:shops?|stores?|sellers?|vendors?|companies|brands?) (?:writes?|says?|claims?|may|can|must|puts?|prints?|tells?|opposite)\b",
            r"\b(?:both|the two|these two|those two) sources\b|\bwhat kinds? of (?:shops?|stores?)[^.?!]{0,20} (?:may|can|must|is allowed|are allowed)\b",
            r"\b(?:to|how (?:do|should) (?:i|you|we)|properly|safely) store (?:it|them|this|my|your|the|kratom)\b",
            r"^what(?:s| is| are) (?:this|that|those|these) (?!\w* ?(?:vendors?|sellers?|brands?|stores?|shops?|sites?|websites?)\b)",
            *OVERSIGHT,
            *SOMEONE_BUYS,
            *LAWFUL,
            r"\breviews?\b[^.?!]{0,25}\b(?:trustworthy|fake|real|honest|reliable|believe)\b",
            r"\bcompany (?:policy|drug test|car)\b",
            *META,
        ],
    ),
    rule(
        "price",
        Reason.PURCHASING,
        [
            (
                r"\b(?:price|prices|pricing|priced|cheapest|cheaper|discounts?|coupons?|promo(?: codes?)?|voucher|"
                r"deals?|bargain|on sale|wholesale|in bulk|bulk|bogo|clearance (?:sale|bins?|racks?|prices?|stock)|on clearance|going rate|street price|afford)\b"
            ),
            (
                r"\b(?:how much|what|whats)\b[^.?!]{0,40}\b(?:cost|costs|price|charge(?! (?:is he|is she|are they|am i|was he|was she|would|for (?:having|holding|carrying|possess\w*|selling)))|pay for|worth|run me|"
                r"going for|sell for|sells for|set me back|dollars|bucks)\b"
            ),
            r"\bcheap (?:kratom|7oh|place|vendor|shots?|extract|gummies|powder|way to get)\b",
            r"\b(?:kratom|7oh|kilo|ounce|gram|bag|bottle) (?:cost|costs|price|for under|under \$|for \$)\b",
            r"\b(?:under|below|less than|for|at) (?:\$|usd )\d+",
            (
                r"\bhow much (?:is|for|are) (?:a|an|one|the|some) (?:kilo|bag|bottle|pack\w*|ounce|shot|box|gram|kg|"
                r"pound|jar|tin)\b"
            ),
            r"\bhow much for\b[^.?!]{0,20}\b(?:bag|kilo|ounce|bottle|pack)",
            r"\b(?:free|fast|express|overnight|discreet|same[ -]day|international) (?:shipping|delivery|postage)\b",
        ],
        [
            r"\bsend\w* (?:\w+ ){1,3}to (?:the |an? )?(?:er|hospital|emergency|icu|rehab|jail|prison)\b",
            *PRICE_AND_QUALITY,
            (
                r"\b(?:cost|costs|price|deal|deals|bulk|afford)\b[^.?!]{0,25}\b(?:of (?:treatment|rehab|care|"
                r"a (?:doctor|test)|addiction|testing|therapy)|to society|to the health|with (?:withdrawal|pain|"
                r"anxiety|cravings|stress|the|my|this|it|side|a)|in (?:health|lives)|laxative|fiber|stool)\b"
            ),
            r"\b(?:big|great|good|whats the|real|what is the|a) deal\b",
            r"\bdeal(?:ing|s|t)? with\b",
            r"\b(?:at all costs?|cost (?:me|him|her|my) (?:my|his|her|a)?)",
            r"\bcant afford (?:treatment|rehab|a doctor|therapy|help)",
            r"\b(?:pay|price|paid) (?:the|a) price for|\bat what cost\W*$",
            r"\b(?:talk to (?:somebody|someone)|helplines?|hotlines?|who answers)\b",
            r"\btax(?:es|ed)?\b",
            r"\b(?:print|papers?|certificates?|labels?|tests?|results?|stamps?|badges?|claims?|words?|promises?|reviews?)\b[^.?!]{0,12}\bworth\b",
            *MARKET,
            r"^why\b(?!.*\b(?:where|which (?:one|shop|vendor|brand)|cheap(?:est|er)|buy|discount|coupon)\b)",
            r"\b(?:study|studies|research|linked|correlat\w*)\b",
            *META,
        ],
    ),
    rule(
        "delivery",
        Reason.PURCHASING,
        [
            (
                r"\b(?:ship|shipped|shipping|ships|deliver|delivers|delivered|delivery|mail|mailed|mailing|send|"
                r"sent|courier|import|importing)\b[^.?!]{0,40}\b(?:kratom|7oh|it|to (?:my|me|alabama|a banned|a po|"
                r"the|another)|overseas|internationally|gummies|powder|extract|seeds|order|"
                r"a package)\b(?=.{0,60}(?:\?|$))"
            ),
            (
                r"\b(?:can|could|will|do|does|how (?:do|can|to)|who|which|any(?:one)?|where)\b[^.?!]{0,25}\b(?:ship|"
                r"deliver|mail|import|shipped|delivered|mailed|imported|shipping)\b"
            ),
            r"\b(?:kratom|7oh|gumm\w+|shots?|powder|capsules|extract)\b[^.?!]{0,20}(?<!a )(?<!the )\blinks?\W*$",
            r"\b(?:kratom|7oh|seeds|powder)\b[^.?!]{0,25}\b(?:shipped|delivered|mailed|shipping|delivery)\b",
        ],
        [
            rf"{LAW}",
            (
                r"\b(?:mail|send|email|post|message) (?:me|you|us)? ?(?:the|a|an|your) (?:study|paper|link to the|"
                r"report|info|summary|list of (?:studies|sources))"
            ),
            r"\b(?:fda|customs|import alert|dea)\b[^.?!]{0,30}\b(?:import|detain|seiz|alert)\w*",
            r"\bimport alerts?\b",
            r"\b(?:till|until|before|after|at|near) (?:the |her |my )?delivery\b|\bsen[dt] in (?:a|the|our|my) (?:form|report|complaint)\b",
            r"\b(?:countries|nations|states|ports) (?:import|export|ship)\b|\b(?:imported|shipped) (?:each|every|per) year\b",
            *OVERSIGHT,
            r"import(?:ant|antly|ance)",
            (
                r"deliver(?:y|ed|ing)? (?:a |the |my |of (?:a |the )?)?(?:baby|babies|newborn|child)|"
                r"labor and delivery|after delivery|during delivery|delivery room"
            ),
            *META,
        ],
    ),
    rule(
        "seeds",
        Reason.PURCHASING,
        [
            (
                r"\b(?:get|buy|order|find|obtain|source|where|sell|purchase|trade|acquire|cheap|viable|fresh|"
                r"live)\b[^.?!]{0,30}\b(?:seeds?|seedlings?|saplings?|cuttings?|live plants?|kratom trees?|"
                r"kratom plants?)\b"
            ),
        ],
        [
            r"where (?:do|does) (?:\w+ )?(?:trees?|plants?|kratom) (?:grow|come)",
            *NATURAL,
            *LAWFUL,
        ],
    ),
)
