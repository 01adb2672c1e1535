"""What in another language makes guard words mean something else: what is counted, the law, help, where, dying.

All patterns are read on folded text (`index.vocabulary.fold`) and only in the language that is spoken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from index.vocabulary import fold

_GAP = r"(?:[^\s.?!]+\s+){0,2}?"
_UNSPACED = frozenset({"zh", "ja", "ko", "th"})


@dataclass(frozen=True)
class _Words:
    """The words of one language, as alternatives of patterns; an empty one is found nowhere."""

    how_many: str = ""
    """Asks for a number."""
    things: str = ""
    """What is counted and is no amount of anything taken: people, deaths, countries, studies."""
    times: str = ""
    """Days, weeks, months and years."""
    where: str = ""
    """Asks for a place, a seller or a choice."""
    law: str = ""
    """The law, and who watches over it."""
    help: str = ""
    """Help, treatment and stopping."""
    trade: str = ""
    """To buy or to sell, and nothing else."""
    origin: str = ""
    """Where a plant comes from or grows."""
    to_die: str = ""
    """For the purpose of one's own death."""


@dataclass(frozen=True)
class Cues:
    """What a text in one language says besides its guard words."""

    counts_things: bool
    counts_time: bool
    seeks: bool
    """Asks where, or which is best, to buy: "where can I order it", not "where is it legal to buy"."""
    law: bool
    help: bool
    trade: bool
    origin: bool

    @property
    def is_harmless(self) -> bool:
        """Whether the text asks for help, for the law or for a count, and for nothing to buy."""
        return self.counts_things or (self.help and not self.trade) or (self.law and not self.seeks)

    def meant(self, has: frozenset[str], counts: Mapping[str, int]) -> frozenset[str]:
        """Return those of the guard concepts in `has` that mean what they usually do."""
        kept = set(has)
        dosed = bool(has & {"dose_word", "measure_unit", "too_much", "taper"})
        lasting = bool(has & {"safe_topic", "definition"}) or "consume" not in has
        if (self.counts_things and not has & {"dose_word", "measure_unit"}) or (
            self.counts_time and lasting and not dosed
        ):
            kept -= {"quantity_question", "frequency"}
            if counts.get("price", 0) < 2:
                kept -= {"price"}
        if self.origin and not self.trade:
            kept -= {"acquire"}
        if self.help and not self.trade:
            kept -= {"acquire", "seller"}
        if self.law and not self.seeks and "quantity_question" not in kept:
            kept -= {"acquire", "seller"} if counts.get("price", 0) > 1 else {"acquire", "seller", "price"}
        return frozenset(kept)


def cues(folded: str, language: str) -> Cues:
    """Return what folded text says besides its guard words when it is in `language`."""
    known = _patterns(language)

    def says(name: str) -> bool:
        return name in known and bool(known[name].search(folded))

    return Cues(
        counts_things=says("things"),
        counts_time=says("times"),
        seeks=says("seeks") or _names_shop(known, folded),
        law=says("law"),
        help=says("help"),
        trade=says("trade"),
        origin=says("origin"),
    )


def _names_shop(known: Mapping[str, re.Pattern[str]], folded: str) -> bool:
    """Return whether the word that asks for a choice names a shop or a price itself: "which shop"."""
    if "where" not in known or "trade" not in known:
        return False
    return any(known["trade"].search(asked.group()) for asked in known["where"].finditer(folded))


def asks_to_die(folded: str, language: str) -> bool:
    """Return whether folded text in `language` speaks of what it takes for one's own death."""
    known = _patterns(language)
    return "to_die" in known and bool(known["to_die"].search(folded))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    words = _LANGUAGES.get(language)
    if words is None:
        return {}
    gap = "[^.?!。？！]{0,6}?" if language in _UNSPACED else rf"\s*{_GAP}"
    edge = "" if language in _UNSPACED else r"(?<![^\s.,;:!?¿¡«»\"'(-])"
    plain = {
        "where": words.where,
        "law": words.law,
        "help": words.help,
        "trade": words.trade,
        "origin": words.origin,
        "to_die": words.to_die,
    }
    made = {name: rf"{edge}(?:{alternatives})" for name, alternatives in plain.items() if alternatives}
    if words.where and words.trade:
        between = rf"(?:(?!{words.law or '$'})[^.?!。？！]){{0,30}}?"
        made["seeks"] = rf"{edge}(?:{words.where}){between}(?:{words.trade})"
    for name, nouns in (("things", words.things), ("times", words.times)):
        if words.how_many and nouns:
            made[name] = rf"{edge}(?:{words.how_many}){gap}(?:{nouns})"
    return {name: re.compile(fold(pattern)) for name, pattern in made.items()}


_LANGUAGES: Mapping[str, _Words] = {
    "es": _Words(
        how_many=r"cu[aá]nt[oa]s?|n[uú]mero de",
        things=r"personas|gente|muert|fallec|casos|pa[ií]ses|estados|estudios|pacientes|usuarios|ciudades|"
        r"sobredosis|llamadas|adultos|j[oó]venes|mueren|especies|receptores|ensayos",
        times=r"d[ií]as|semanas|meses|años",
        where=r"d[oó]nde|qu[eé] (?:tienda|sitio|p[aá]gina|web|marca|cepa)|cu[aá]l|qui[eé]n(?:es)? vende|barat|mejor|"
        r"recom[ie]+nd|precio|cuesta|vale",
        law=r"legal|ilegal|ley\b|leyes|prohib|permit|regul|autoridad|agencia|edad",
        help=r"ayuda\b|tratamiento|apoyo|dejar|desintoxic|m[eé]dic[oa]|terap",
        trade=r"compr|vend|tienda|encarg|precio|barat|env[ií]",
        origin=r"de d[oó]nde (?:viene|es|procede|proviene)|d[oó]nde (?:crece|se cultiva)|origen",
        to_die=r"para (?:morir|matarme|suicidarme|quitarme la vida|acabar con (?:todo|mi vida))|me mata(?:r[ií]a)?\b",
    ),
    "pt": _Words(
        how_many=r"quant[oa]s?|qts|n[uú]mero de",
        things=r"pessoas|gente|mortes|morr|casos|pa[ií]ses|estados|estudos|pacientes|usu[aá]rios|cidades|overdoses|"
        r"chamadas|adultos|jovens|esp[eé]cies|receptores|[oó]bitos",
        times=r"dias|semanas|meses|anos",
        where=r"onde|qual (?:loja|site|marca|cepa)|que (?:loja|site|marca)|quem vende|barat|melhor|recomend|pre[cç]o|"
        r"custa",
        law=r"legal|ilegal|leis?\b|proib|permit|regul|autoridade|ag[eê]ncia|idade",
        help=r"ajuda\b|tratamento|apoio|parar|largar|desintoxic|m[eé]dic[oa]|terap",
        trade=r"compr|vend|loja|encomend|pre[cç]o|barat|envi",
        origin=r"de onde (?:vem|[eé]|prov[eé]m)|onde (?:cresce|[eé] cultivad)|origem",
        to_die=r"para (?:eu )?(?:morrer|me matar|acabar com tudo|tirar minha vida)|me mata(?:ria)?\b",
    ),
    "fr": _Words(
        how_many=r"combien(?: de| d')?|quel nombre de",
        things=r"personnes|gens|morts?\b|d[eé]c[eè]s|cas\b|pays|[eé]tats|[eé]tudes|patients|usagers|villes|overdoses|"
        r"surdoses|appels|adultes|jeunes|meurent|esp[eè]ces|r[eé]cepteurs",
        times=r"jours|semaines|mois|ann[eé]es|ans\b",
        where=r"o[uù] (?:puis|peut|est|en|on|je|se|trouve|ach|command)|o[uù]\s*\?|quel(?:le)?s? (?:site|boutique|magasin|"
        r"marque|vari[eé]t[eé]|souche)|qui (?:en )?vend|pas cher|meilleur|conseill|recommand|prix|co[uû]te",
        law=r"l[eé]gal|ill[eé]gal|lois?\b|interdi|autoris|r[eé]glement|agence|l'[aâ]ge|d'[aâ]ge|(?:a-t-on|ai-je) le droit",
        help=r"(?:de l')?aide\b|traitement|soutien|arr[eê]ter|d[eé]crocher|sevrage|m[eé]decin|th[eé]rap",
        trade=r"(?:d')?ach[eè]t|vend|boutique|magasin|command|prix|pas cher|livr",
        origin=r"d'o[uù] (?:vient|provient)|o[uù] (?:pousse|est cultiv)|(?:l')?origine",
        to_die=r"pour (?:en )?mourir|pour (?:me tuer|en finir|mettre fin)|me tuerait",
    ),
    "de": _Words(
        how_many=r"wie ?viele?n?",
        things=r"menschen|leute|personen|tote|todesf[aä]lle|f[aä]lle|l[aä]nder|staaten|bundesstaaten|studien|patienten|"
        r"st[aä]dte|[uü]berdosen|anrufe|erwachsene|jugendliche|sterben|arten|rezeptoren",
        times=r"tage|wochen|monate|jahre",
        where=r"wo\b|woher|wohin|welche[rsmn]? (?:shop|laden|seite|marke|anbieter|sorte)|wer (?:verkauft|liefert)|billig|"
        r"g[uü]nstig|beste|empfehl|empfiehl|preis|kostet",
        law=r"legal|illegal|gesetz|verboten|verbietet|erlaubt|darf|d[uü]rfen|strafbar|beh[oö]rde|reguliert|aufsicht|"
        r"kontrolliert|mindestalter|ab welchem alter",
        help=r"hilfe|behandlung|unterst[uü]tzung|aufh[oö]r|aufzuh[oö]r|entzug|arzt|therap|loskomm",
        trade=r"(?:ein|ver)?kauf|bestell|shop|laden|preis|billig|liefer",
        origin=r"woher (?:kommt|stammt)|wo (?:w[aä]chst|wird .{0,20}angebaut)|herkunft|ursprung",
        to_die=r"(?:um )?zu sterben|(?:um )?mich (?:umzubringen|zu t[oö]ten)|(?:bis|damit) ich sterbe|bringt mich um|"
        r"t[oö]tet mich",
    ),
    "it": _Words(
        how_many=r"quant[oaie]|numero di",
        things=r"persone|gente|morti|decessi|casi|paesi|stati|studi|pazienti|utenti|citt[aà]|overdose|chiamate|adulti|"
        r"giovani|muoiono|specie|recettori",
        times=r"giorni|settimane|mesi|anni",
        where=r"dove|qual[e']? (?:negozio|sito|marca|variet[aà])|che (?:sito|negozio|marca)|chi (?:lo )?vende|economic|"
        r"miglior|consigli|prezzo|costa",
        law=r"legal|illegal|legg[ei]|vietat|permess|consentit|regol|autorit[aà]|agenzia|et[aà]\b",
        help=r"aiuto|cura\b|trattamento|sostegno|smettere|disintossic|medic[oa]|terap",
        trade=r"compr|acquist|vend|negozio|ordin|prezzo|economic|sped",
        origin=r"da dove (?:viene|proviene)|d'?o?v?e? ?cresce|origine",
        to_die=r"per (?:morire|uccidermi|farla finita|suicidarmi)|mi uccid",
    ),
    "nl": _Words(
        how_many=r"hoeveel|hoe veel",
        things=r"mensen|personen|doden|sterfgevallen|gevallen|landen|staten|studies|pati[eë]nten|steden|overdoses|"
        r"volwassenen|jongeren|sterven|soorten|receptoren",
        times=r"dagen|weken|maanden|jaar|jaren",
        where=r"waar|welke? (?:winkel|shop|site|merk|soort)|wie verkoopt|goedkoop|beste|aanrad|prijs|kost",
        law=r"legaal|illegaal|wet\b|wetten|verboden|toegestaan|mag|strafbaar|toezicht|reguleert|leeftijd",
        help=r"hulp|behandeling|steun|stoppen|afkick|arts|dokter|therap",
        trade=r"(?:ver)?kop|(?:ver)?koop|bestel|winkel|shop|prijs|goedkoop|lever",
        origin=r"waar komt .{0,20} vandaan|waar groeit|herkomst|oorsprong",
        to_die=r"om (?:dood te gaan|te sterven|mezelf te doden|er een eind)|dood te gaan",
    ),
    "pl": _Words(
        how_many=r"ile|ilu|w ilu",
        things=r"os[oó]b|ludzi|zgon[oó]w|zmar[lł]|umar[lł]|przypadk[oó]w|kraj|pa[nń]stw|stan[oó]w|bada[nń]|pacjent|miast|"
        r"przedawkowa[nń]|doros[lł]ych|gatunk|receptor",
        times=r"dni|tygodni|miesi[eę]c|lat\b",
        where=r"gdzie|sk[aą]d|kt[oó]r|jaki (?:sklep|producent)|jaka (?:strona|marka)|kto sprzedaje|tani|najlep|polec|cen[aęy]|"
        r"kosztuje",
        law=r"(?:nie)?legaln|praw[oae]|zakazan|zabronion|wolno|dozwolon|karaln|reguluj|nadz[oó]r|wiek",
        help=r"pomoc|leczeni|wsparci|rzuci|odstawi|przesta|lekarz|terap|odwyk",
        trade=r"kup|zam[oó]w|sklep|sprzeda|cen[aęy]|tani|dostaw",
        origin=r"sk[aą]d (?:pochodzi|si[eę] bierze)|gdzie ro[sś]nie|pochodzeni",
        to_die=r"(?:[zż]eby|aby|by) (?:umrze[cć]|si[eę] zabi[cć]|ze sob[aą] sko[nń]czy[cć])|zabije mnie",
    ),
    "ru": _Words(
        how_many=r"сколько|скольких|скольким|в скольких",
        things=r"людей|человек|смерт|умер|случа|стран|штат|исследован|пациент|город|передозировок|взрослых|видов|рецептор",
        times=r"дней|дня|недел|месяц|лет\b|суток",
        where=r"где|откуда|как(?:ой|ом|ую) (?:магазин|сайт|бренд|сорт|марк)|у кого|кто прода|дешев|лучш|посовет|цена|стоит",
        law=r"законн|незаконн|закон|легал|нелегал|запрещ|запрет|разреш|регулир|возраст|контролир",
        help=r"помощ|лечени|поддержк|бросить|слезть|завязать|врач|терап|реабилит",
        trade=r"куп|покуп|заказ|магазин|прода|цена|дешев|достав",
        origin=r"откуда (?:родом|происходит|берется)|где (?:растет|выращива)|происхожден",
        to_die=r"чтоб(?:ы)? (?:умереть|сдохнуть|убить себя|покончить|не проснуться)|убь[её]т меня",
    ),
    "uk": _Words(
        how_many=r"скільки|скількох",
        things=r"людей|смерт|помер|випадк|країн|штат|досліджень|пацієнт|міст",
        times=r"днів|тижн|місяц|років",
        where=r"де\b|звідки|який магазин|хто прода|дешев|найкращ",
        law=r"законн|незаконн|закон|легальн|заборон|дозвол",
        help=r"допомог|лікуванн|кинути|лікар",
        trade=r"куп|замов|магазин|прода",
        origin=r"звідки (?:походить|родом)|де росте",
        to_die=r"щоб (?:померти|вбити себе|не прокинутися)",
    ),
    "tr": _Words(
        how_many=r"ka[cç]",
        things=r"ki[sş]i|insan|[oö]l[uü]m|vaka|[uü]lke|eyalet|[cç]al[iı][sş]ma|hasta|[sş]ehir|t[uü]r|resept[oö]r",
        times=r"g[uü]n|hafta|ay\b|y[iı]l",
        where=r"nere|nerde|hangi (?:site|ma[gğ]aza|marka|d[uü]kkan)|kim sat|ucuz|en iyi|[oö]ner|fiyat",
        law=r"yasal|yasak|kanun|yasa\b|legal|illegal|serbest|denetl|d[uü]zenle|ya[sş] s[iı]n",
        help=r"yard[iı]m|tedavi|destek|b[iı]rak|doktor|terap",
        trade=r"sat[iı]n al|alabilir|al[iı]n[iı]r|al[iı]r[iı]m|bul[au]|bulunur|sipari[sş]|ma[gğ]aza|sat[iı]|fiyat|ucuz|kargo",
        origin=r"nereden gel|nerede yeti[sş]|k[oö]ken",
        to_die=r"[oö]lmek (?:i[cç]in|istiyorum)|[oö]lmem i[cç]in|kendimi [oö]ld[uü]rmek|beni [oö]ld[uü]r",
    ),
    "vi": _Words(
        how_many=r"bao nhiêu|mấy",
        things=r"người|ca tử vong|nước|quốc gia|bang\b|nghiên cứu|trường hợp|bệnh nhân|thành phố|loài",
        times=r"ngày|tuần|tháng|năm",
        where=r"ở đâu|chỗ nào|nơi nào|shop nào|ai bán|rẻ|tốt nhất|giá (?:bao|rẻ)",
        law=r"hợp pháp|bất hợp pháp|luật|pháp luật|cấm|cho phép|quản lý|độ tuổi",
        help=r"giúp đỡ|hỗ trợ|điều trị|cai\b|bỏ\b|bác sĩ",
        trade=r"mua|đặt hàng|shop|cửa hàng|giá rẻ",
        origin=r"(?:có )?nguồn gốc|từ đâu (?:đến|ra)|mọc ở đâu",
        to_die=r"để (?:chết|tự tử|kết liễu)|thì chết|là chết|mới chết",
    ),
    "id": _Words(
        how_many=r"berapa(?: banyak)?",
        things=r"orang|kematian|meninggal|kasus|negara|provinsi|penelitian|studi\b|pasien|kota|spesies|reseptor",
        times=r"hari|minggu|bulan|tahun",
        where=r"di ?mana|dari mana|toko mana|siapa (?:yang )?jual|murah|terbaik|rekomendasi|harga",
        law=r"legal|ilegal|hukum|dilarang|melarang|larangan|undang|izin|diizinkan|mengatur|bpom|umur|usia",
        help=r"bantuan|pertolongan|pengobatan|dukungan|berhenti|dokter|rehab",
        trade=r"beli|membeli|pesan|toko|jual|harga|murah|kirim",
        origin=r"(?:berasal )?dari mana (?:asal|kratom|datang)|tumbuh di ?mana|asal(?:nya)?\b|berasal",
        to_die=r"(?:untuk|supaya|biar|agar|sampai|buat) (?:saya |aku |bisa )?(?:mati|meninggal)\b|bunuh diri",
    ),
    "ms": _Words(
        how_many=r"berapa(?: banyak| ramai)?",
        things=r"orang|kematian|kes\b|negara|negeri|kajian|pesakit|bandar",
        times=r"hari|minggu|bulan|tahun",
        where=r"di ?mana|kat mana|kedai mana|siapa (?:yang )?jual|murah|terbaik|harga",
        law=r"sah|haram|undang|salah di sisi|dilarang|dibenarkan|akta",
        help=r"bantuan|rawatan|sokongan|berhenti|doktor",
        trade=r"beli|tempah|kedai|jual|harga|murah",
        origin=r"berasal dari mana|tumbuh di ?mana|asal",
        to_die=r"(?:untuk|supaya|sampai|nak) (?:saya |aku |boleh )?mati\b|bunuh diri",
    ),
    "tl": _Words(
        how_many=r"ilan[g]?",
        things=r"tao|namatay|kaso|bansa|estado|pag-?aaral|pasyente|lungsod",
        times=r"araw|linggo|buwan|taon",
        where=r"saan|sino|mura|pinakama|presyo|magkano",
        law=r"legal|ilegal|batas|bawal|ipinagbabawal|pinapayagan|edad",
        help=r"tulong|gamutan|suporta|tumigil|doktor|rehab",
        trade=r"bili|bumili|bilhin|tindahan|nagbebenta|order|presyo",
        origin=r"saan (?:galing|nanggaling|tumutubo)|pinagmulan",
        to_die=r"para (?:mamatay|magpakamatay|patayin ang sarili)",
    ),
    "ar": _Words(
        how_many=r"كم(?: عدد)?|ما عدد",
        things=r"شخص|أشخاص|الأشخاص|الناس|وفاة|الوفيات|وفيات|حالة|حالات|دولة|دول|بلد|بلدان|ولاية|دراسة|دراسات|مريض|ماتوا",
        times=r"يوم|أيام|أسبوع|شهر|أشهر|سنة|سنوات",
        where=r"أين|اين|وين|فين|من (?:أين|وين|فين)|من يبيع|أرخص|أفضل|سعر|متجر",
        law=r"(?:ال|ب|لل)?قانون|قانوني|غير قانوني|ممنوع|مسموح|محظور|يحظر|مشروع",
        help=r"(?:ال)?مساعدة|(?:ال)?علاج|(?:ال)?دعم|الإقلاع|التوقف|ترك|طبيب",
        trade=r"شراء|اشتر|أشتري|متجر|سعر|بيع|يبيع",
        origin=r"من أين (?:يأتي|جاء)|أين (?:ينمو|يزرع)|أصل",
        to_die=r"(?:لكي |كي |حتى |عشان |علشان )?(?:ل)?(?:أموت|اموت)|لقتل نفسي|لأقتل نفسي|للانتحار|(?:ي|ت)قتلني",
    ),
    "hi": _Words(
        how_many=r"कितने|कितनी|कितना|kitne|kitni",
        things=r"लोग|मौत|मृत्यु|मामले|देश|राज्य|अध्ययन|मरीज|शहर|log|maut|desh",
        times=r"दिन|हफ्ते|सप्ताह|महीने|साल|din|hafte|mahine|saal",
        where=r"कहां|कहाँ|किस दुकान|कौन बेच|सस्त|सबसे अच्छ|kahan|kaha|sast|कीमत",
        law=r"कानून|क़ानून|वैध|अवैध|प्रतिबंध|मना|legal|illegal|kanoon|ban\b",
        help=r"मदद|इलाज|सहायता|छोड़|डॉक्टर|madad|ilaj|chhod",
        trade=r"खरीद|ख़रीद|दुकान|बेच|kharid|dukan|order",
        origin=r"कहां से आता|कहाँ से आता|कहां उगता|कहाँ उगता",
        to_die=r"मरने के (?:लिए|लिये)|मर जाने के|खुद को मारने|marne ke liye|mar jaunga",
    ),
    "zh": _Words(
        how_many=r"多少|几|幾",
        things=r"人(?:死|用|吸|服)?|国家|國家|国|死亡|病例|案例|州|研究|患者|城市|种|種",
        times=r"天|周|週|星期|个月|個月|月|年",
        where=r"哪里|哪裡|哪儿|哪家|哪个|哪個|谁卖|誰賣|怎么买|怎麼買|便宜|推荐|推薦|价格|多少钱",
        law=r"合法|违法|違法|非法|法律|法规|禁止|禁用|监管|年龄|规定",
        help=r"帮助|幫助|治疗|治療|戒断|戒掉|戒毒|医生|醫生|支持",
        trade=r"买|買|购|購|店|卖|賣|价",
        origin=r"来自哪|來自|原产|原產|产自|生长在",
        to_die=r"(?:多少|几|幾|剂量)[^。？！?!]{0,12}(?:会死|能死|才死|才会死|才能死|可以死|死掉|自杀)|想死|自杀|自殺",
    ),
    "ja": _Words(
        how_many=r"何|いくつの|どれくらいの|どのくらいの",
        things=r"人|名|カ国|か国|ヶ国|国|件|州|都市|種|の研究|例",
        times=r"日|週|か月|ヶ月|カ月|月|年",
        where=r"どこ|どの店|どのサイト|どの通販|誰が売|安い|安く|おすすめ|お勧め|買い方|値段|価格",
        law=r"合法|違法|法律|禁止|規制|年齢|法的",
        help=r"助け|支援|治療|相談|やめ|断ち|医師|病院",
        trade=r"買|購入|通販|店|売|注文",
        origin=r"どこから来|原産|どこで育|どこに生え|産地",
        to_die=r"死ぬ(?:に|ため|まで|には)|死ね(?:る|ます|ますか)|自殺する",
    ),
    "ko": _Words(
        how_many=r"몇|얼마나 많은",
        things=r"명|사람|나라|개국|국가|건|주에서|연구|사망|환자|도시|종",
        times=r"일|주|달|개월|년|며칠",
        where=r"어디|어느 (?:가게|사이트)|어떤 (?:가게|사이트)|누가 (?:팔|파)|싸게|싼|추천|가격",
        law=r"합법|불법|법률|법적|법으로|금지|규제|나이",
        help=r"도움|치료|지원|끊|중단|의사|상담",
        trade=r"구매|구입|주문|사고|살 수|파는|판매|가게|사나|사요|살까|사야|사는",
        origin=r"어디에서 (?:왔|자라)|어디서 (?:왔|자라)|원산지",
        to_die=r"죽으려면|죽을 수|죽기 위해|죽을까|자살하려면|먹으면 죽",
    ),
    "th": _Words(
        how_many=r"กี่|เท่าไหร่",
        things=r"คน|ประเทศ|ราย|รัฐ|งานวิจัย|เมือง|ศพ",
        times=r"วัน|สัปดาห์|เดือน|ปี",
        where=r"ที่ไหน|ร้านไหน|ใครขาย|ถูกที่สุด|แนะนำ|ราคา",
        law=r"กฎหมาย|ผิดกฎ|ห้าม|อนุญาต|ควบคุม|อายุ",
        help=r"ช่วยเหลือ|ความช่วย|รักษา|เลิก|หมอ|แพทย์|บำบัด",
        trade=r"ซื้อ|ขาย|สั่ง|ร้าน|ราคา",
        origin=r"มาจากไหน|มาจากที่ไหน|ขึ้นที่ไหน|ถิ่นกำเนิด",
        to_die=r"(?:ถึงจะ|เพื่อ|ให้|แล้ว|จะได้)ตาย|ฆ่าตัวตาย",
    ),
    "sv": _Words(
        how_many=r"hur många",
        things=r"personer|människor|dödsfall|länder|studier|fall\b|dör",
        times=r"dagar|veckor|månader|år\b",
        where=r"var\b|vilken|billig|bäst|pris",
        law=r"laglig|olaglig|lag\b|lagen|förbjud|tillåt|ålder",
        help=r"hjälp|behandling|sluta|läkare",
        trade=r"köp|beställ|butik|sälj",
        origin=r"var kommer .{0,20} ifrån|var växer",
        to_die=r"för att (?:dö|ta livet|döda mig)",
    ),
    "da": _Words(
        how_many=r"hvor mange",
        things=r"mennesker|personer|dødsfald|lande|studier|tilfælde|dør",
        times=r"dage|uger|måneder|år\b",
        where=r"hvor (?:kan|finder|køb|får)|hvilken|billig|bedst|pris",
        law=r"lovlig|ulovlig|lov\b|loven|forbudt|tilladt|alder",
        help=r"hjælp|behandling|stoppe|læge",
        trade=r"køb|bestil|butik|sælg",
        to_die=r"for at (?:dø|slå mig selv)",
    ),
    "no": _Words(
        how_many=r"hvor mange",
        things=r"mennesker|personer|folk|dødsfall|land\b|studier|tilfeller|dør",
        times=r"dager|uker|måneder|år\b",
        where=r"hvor (?:kan|finner|kjøp|får)|hvilken|billig|best|pris",
        law=r"lovlig|ulovlig|lov\b|loven|forbudt|tillatt|alder",
        help=r"hjelp|behandling|slutte|lege",
        trade=r"kjøp|bestill|butikk|selg",
        to_die=r"for å (?:dø|ta livet|drepe meg)",
    ),
    "fi": _Words(
        how_many=r"kuinka mon|montako|moniko|monessako",
        things=r"ihmi|kuol|maa|henki|tutkim|tapaus",
        times=r"päiv|viikko|kuukau|vuo",
        where=r"mistä|missä|halv|paras|hinta",
        law=r"laillis|laiton|laki|laissa|kielletty|sallit|ikä",
        help=r"apua|hoito|lopetta|lääkäri",
        trade=r"ost|tila|kaup|myy",
        to_die=r"kuollakseni|että kuolen|tappaakseni|jotta kuolisin",
    ),
    "cs": _Words(
        how_many=r"kolik|kolika",
        things=r"lidí|osob|úmrtí|zemích|zemí|států|studií|případů|zemřel",
        times=r"dní|dnů|týdnů|měsíců|let\b",
        where=r"kde|odkud|který|jaký (?:obchod|e-shop)|levn|nejlep|cena",
        law=r"legáln|nelegáln|zákon|zakázan|povolen|věk",
        help=r"pomoc|léčb|přestat|lékař",
        trade=r"koup|objedn|obchod|prod",
        origin=r"odkud pochází|kde roste",
        to_die=r"abych (?:umřel|zemřel|se zabil)\w*|k smrti",
    ),
    "ro": _Words(
        how_many=r"c[aâ][tț][ie]|câte|câți",
        things=r"persoane|oameni|decese|țări|state|studii|cazuri|mor\b|murit",
        times=r"zile|săptămâni|luni|ani\b",
        where=r"unde|care (?:magazin|site)|ieftin|cel mai bun|preț",
        law=r"legal|ilegal|lege|interzis|permis|vârst",
        help=r"ajutor|tratament|renun|doctor|medic",
        trade=r"cump[aă]r|comand|magazin|vinde",
        to_die=r"ca să mor|pentru a muri|să mă omor",
    ),
    "hu": _Words(
        how_many=r"hány|hányan|mennyi",
        things=r"ember|haláleset|ország|állam|tanulmány|eset|haltak",
        times=r"nap|hét|hónap|év",
        where=r"hol|honnan|melyik|olcsó|legjobb|ára",
        law=r"legális|illegális|törvény|tilos|betiltott|szabad",
        help=r"segítség|kezelés|leszok|orvos",
        trade=r"vásárol|venni|rendel|bolt",
        to_die=r"hogy meghaljak|megöljem magam|belehaljak",
    ),
    "el": _Words(
        how_many=r"πόσ(?:οι|ες|α|ους|ων)",
        things=r"άτομα|άνθρωποι|θάνατοι|θανάτους|χώρες|πολιτείες|μελέτες|πέθαναν",
        times=r"μέρες|ημέρες|εβδομάδες|μήνες|χρόνια",
        where=r"πού|ποιο|φθην|καλύτερ|τιμή",
        law=r"νόμιμ|παράνομ|νόμος|απαγορε|επιτρέπ",
        help=r"βοήθεια|θεραπεία|κόψω|γιατρ",
        trade=r"αγορά|παραγγ|κατάστημα|πουλ",
        to_die=r"για να (?:πεθάνω|αυτοκτονήσω|σκοτωθώ)",
    ),
    "he": _Words(
        how_many=r"כמה",
        things=r"אנשים|מקרי מוות|מדינות|מחקרים|מקרים|מתו",
        times=r"ימים|שבועות|חודשים|שנים",
        where=r"איפה|היכן|מאיפה|זול|הכי טוב|מחיר",
        law=r"חוקי|לא חוקי|חוק\b|אסור|מותר",
        help=r"עזרה|טיפול|להפסיק|רופא",
        trade=r"לקנות|להזמין|חנות|מוכר",
        to_die=r"כדי (?:למות|להתאבד)|להרוג את עצמי",
    ),
    "fa": _Words(
        how_many=r"چند",
        things=r"نفر|کشور|مرگ|مورد|ایالت|مطالعه",
        times=r"روز|هفته|ماه|سال",
        where=r"کجا|از کجا|ارزان|بهترین|قیمت",
        law=r"قانون|غیرقانونی|ممنوع|مجاز",
        help=r"کمک|درمان|ترک|پزشک",
        trade=r"خرید|بخرم|سفارش|فروش",
        to_die=r"برای مردن|تا بمیرم|بمیرم|خودکشی",
    ),
    "bn": _Words(
        how_many=r"কত|কতজন|কয়",
        things=r"মানুষ|মৃত্যু|দেশ|জন",
        times=r"দিন|সপ্তাহ|মাস|বছর",
        where=r"কোথায়|কোথা|সস্তা|দাম",
        law=r"বৈধ|অবৈধ|আইন|নিষিদ্ধ",
        help=r"সাহায্য|চিকিৎসা|ছাড়|ডাক্তার",
        trade=r"কিন|কেনা|দোকান|বিক্রি",
        to_die=r"মরার জন্য|মরতে|আত্মহত্যা",
    ),
    "sw": _Words(
        where=r"wapi|bei|nafuu",
        law=r"halali|haramu|sheria|marufuku",
        help=r"msaada|matibabu|kuacha|daktari",
        trade=r"kununua|nunua|duka|kuuza",
        to_die=r"ili nife|kujiua|hadi nife",
    ),
    "bg": _Words(
        how_many=r"колко",
        things=r"души|хора|смърт|държави|страни|случа",
        times=r"дни|седмици|месец|години",
        where=r"къде|откъде|евтин|най-добр|цена",
        law=r"законн|закон|легал|забранен|разрешен",
        help=r"помощ|лечение|спра|лекар",
        trade=r"купя|поръч|магазин|прода",
        to_die=r"за да (?:умра|се убия)",
    ),
    "hr": _Words(
        how_many=r"koliko",
        things=r"ljudi|osoba|smrti|zemalja|država|slučajeva",
        times=r"dana|tjedana|mjeseci|godina",
        where=r"gdje|jeftin|najbolj|cijena",
        law=r"legaln|zakon|zabranjen|dopušten",
        help=r"pomoć|liječenj|prestati|liječnik",
        trade=r"kup|naruč|trgovin|prod",
        to_die=r"da (?:umrem|se ubijem)",
    ),
    "sk": _Words(
        how_many=r"koľko|koľkých",
        things=r"ľudí|osôb|úmrtí|krajin|štátov|prípadov",
        times=r"dní|týždňov|mesiacov|rokov",
        where=r"kde|lacn|najlep|cena",
        law=r"legáln|zákon|zakázan|povolen",
        help=r"pomoc|liečb|prestať|lekár",
        trade=r"kúp|objedn|obchod|pred",
        to_die=r"aby som (?:umrel|zomrel|sa zabil)\w*",
    ),
    "ur": _Words(
        where=r"کہاں|سست|قیمت",
        law=r"قانون|غیر قانونی|ممنوع",
        help=r"مدد|علاج|چھوڑ|ڈاکٹر",
        trade=r"خرید|دکان|بیچ",
        to_die=r"مرنے کے لیے|خودکشی",
    ),
}
