"""What may never be shown: amounts, schedules, sellers, prices and links outside the list.

The linter refuses these in content; the guard's verifier refuses them once more in every answer.
Percentages, years, sample sizes, durations and telephone numbers are not amounts.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

import yaml

SELLERS_FILE = Path(__file__).resolve().parent.parent / "content" / "policy" / "sellers.yaml"


class ProhibitedKind(StrEnum):
    AMOUNT = "amount"
    SCHEDULE = "schedule"
    SELLER = "seller"
    PRICE = "price"
    LINK = "link"


@dataclass(frozen=True)
class Prohibited:
    """One thing that may not be shown: its kind, and where it stands in the text that was searched."""

    kind: ProhibitedKind
    start: int
    end: int


_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|"
    "half|quarter|third|couple|few|several|dozen"
)
_SMALL_OTHER = (
    # Spanish, Portuguese, French, German, Italian, Dutch
    "un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|media|medio|"
    "um|uma|dois|duas|três|quatro|sete|oito|nove|dez|meia|"
    "une|deux|trois|quatre|cinq|sept|huit|neuf|dix|demi|demie|"
    "ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|halbe|halber|halben|"
    "due|tre|quattro|cinque|sei|sette|otto|nove|dieci|mezzo|mezza|"
    "een|twee|drie|vijf|zes|zeven|negen|tien|halve|"
    # Czech, Swedish, Danish, Norwegian, Romanian, Hungarian, Finnish, Swahili
    "jedna|jednu|dvě|tři|čtyři|pět|två|tre|fyra|fem|doi|două|trei|patru|cinci|két|kettő|három|öt|kaksi|kolme|viisi|"
    "mbili|tatu|tano"
)
_NUMBER = (
    rf"(?:\d{{1,9}}(?:[.,]\d{{1,9}}){{0,3}}(?:\s?/\s?\d{{1,4}})?|[½¼¾⅓⅔⅛]|"
    rf"(?:{_SMALL})(?:[\s-]{{1,2}}(?:{_SMALL}|and|a)(?!\w)){{0,4}}|(?:{_SMALL_OTHER})(?:\s(?:cents?|cientos|"
    rf"hundert|cento|honderd))?)"
    r"(?:\s{0,2}(?:-|–|—|×|x|to|or|and|bis|a|à|até|hasta|~)\s{0,2}"
    rf"(?:\d{{1,9}}(?:[.,]\d{{1,9}}){{0,3}}|(?:{_SMALL})(?:[\s-]{{1,2}}(?:{_SMALL})){{0,4}}|{_SMALL_OTHER}))?"
)
_MASS = (
    r"(?:m\.?g\.?|milli[\s-]?grams?|milligrammes?|mgs|mcg|µg|μg|micrograms?|microgrammes?|ug|g\.?|gm|gms|gr|grams?|"
    r"grammes?|kilos?|kilograms?|kilogrammes?|kg|oz|ounces?|lbs?|pounds?|"
    r"m\.?l\.?|milli[\s-]?lit(?:er|re)s?|millis?|cc|lit(?:er|re)s?|fl\.?\s?oz|"
    r"gramos?|miligramos?|gramas?|miligramas?|gramm|milligramm|grammi|grammo|milligrammi|grammen|milligram|"
    r"onzas?|onces?|unzen|oncia|once)"
)
_MEASURE = (
    r"(?:capsules?|caps?|pills?|tablets?|tabs?|gummy|gummies|softgels?|tea\s?spoons?(?:fuls?)?|tsps?|table\s?spoons?"
    r"(?:fuls?)?|tbsps?|spoons?(?:fuls?)?|scoops?|pinch(?:es)?|cups?|mugs?|glass(?:es)?|shots?|bottles?|vials?|drops?|"
    r"droppers?|droppersful|sachets?|packets?|packs?|bags?|leaves|leaf|bars?|hits?|servings?|doses?|sips?|ounces?|"
    r"cápsulas?|pastillas?|comprimidos?|tabletas?|cucharaditas?|cucharadas?|tazas?|gotas?|dosis|"
    r"gélules?|comprimés?|cuill[eè]res?|cuiller[ée]es?|tasses?|gouttes?|"
    r"kapseln?|tabletten?|teelöffel|esslöffel|tassen?|tropfen|"
    r"capsule|compresse|cucchiain[oi]|cucchiai[oa]?|tazze?|gocce|"
    r"capsules|tabletten|theelepels?|eetlepels?|kopjes?|druppels?|"
    r"colher(?:es)?(?: de (?:chá|sopa))?|colherinhas?|xícaras?|gotas?|doses?)"
)
_PER_BODY = r"(?:\s*(?:/|per|por|par|pro)\s*(?:kg|kilo(?:gram)?s?|dose|day|serving|capsule|unit|ml|g))"
_BETWEEN = r"(?:\s|-|\xa0|\s?(?:of|de|of\sthe|full|heaping|level|small|large|big|more|metric|whole)\s){0,4}"

_AMOUNTS = (
    rf"(?<![\w.]){_NUMBER}{_BETWEEN}{_MASS}(?![\w'’])",
    rf"(?<![\w.]){_NUMBER}{_BETWEEN}{_MEASURE}(?!\w)",
    r"(?<!\w)a\s+(?:single|couple\s+of)\s+(?:capsule|cap|pill|tablet|gummy|gummies|shot|scoop|leaf|drop)s?(?!\w)",
    r"(?<![\w.])(?:a|an|half\s+a|half\s+an)\s+(?:half\s+|full\s+|single\s+|heaping\s+|level\s+|small\s+|large\s+)?"
    r"(?:tea\s?spoon(?:ful)?|table\s?spoon(?:ful)?|tsp|tbsp|spoonful|scoop|pinch|gram|ounce|milligram|"
    r"dropper(?:ful)?)(?!\w)",
    rf"(?<!\w){_MASS}{_PER_BODY}(?!\w)",
    # Cyrillic, Greek, Arabic, Hebrew, Devanagari, Thai, Chinese, Japanese, Korean, then more Latin languages
    r"(?:(?<!\d)[\d٠-٩۰-۹०-९๐-๙０-９]{1,9}(?:[.,．]\d{1,9})?|[一二三四五六七八九十百千两兩半几幾]{1,6})\s?"
    r"(?:мг|мл|миллиграмм\w*|грамм?\w*|гр?\b|капсул\w*|таблет\w*|ложк\w*|ложек|кг|γραμμάρι\w*|κάψουλ\w*|"
    r"ملغ\w*|مجم|مغ|غرام\w*|جرام\w*|غ\b|كبسول\w*|حب[ةوا]\w*|ملعق\w*|ملاعق|קפסול\w*|גרם|מ״?ג|"
    r"ग्राम|मिलीग्राम|मि\.?ग्रा\.?|कैप्सूल|गोली|गोलियां|चम्मच|มิลลิกรัม|กรัม|มก\.?|แคปซูล|เม็ด|ช้อน\S*|"
    r"毫克|公克|克|千克|公斤|斤|两|毫升|粒|颗|顆|片|胶囊|膠囊|勺|匙|茶匙|汤匙|杯|包|ミリグラム|グラム|ミリリットル|カプセル|錠|さじ|杯|스푼|밀리그램|그램|그람|캡슐|알|정|컵|숟가락|티스푼)",
    r"(?:ένα|δύο|τρία|один|одна|одну|две|два|три|четыре|пять|шесть|десять|половин\w*)\s+"
    r"(?:грамм?\w*|капсул\w*|таблет\w*|ложк\w*|ложек|γραμμάρι\w*|κάψουλ\w*)",
    r"(?:غرامين|جرامين|كبسولتين|حبتين|ملعقتين|ملعقة صغيرة|ملعقة كبيرة|"
    r"(?:واحد|اثنين|ثلاث\w*|أربع\w*|خمس\w*|ست\w*|عشر\w*)\s+(?:غرام\w*|جرام\w*|كبسول\w*|حب\w*|ملاعق|ملعق\w*))",
    r"(?:एक|दो|तीन|चार|पांच|पाँच|छह|सात|आठ|दस|आधा)\s+(?:ग्राम|मिलीग्राम|कैप्सूल|गोली|गोलियां|चम्मच)",
    r"(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ครึ่ง)\s*(?:กรัม|มิลลิกรัม|แคปซูล|เม็ด|ช้อน\S*)",
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|열|반)\s*(?:그램|그람|밀리그램|캡슐|알|정|컵|숟가락|스푼|티스푼)",
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|(?<!\d)\d{1,5})\s+(?:gam|gram|miligam|viên|muỗng|thìa|cốc)(?!\w)",
    (
        r"(?:bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yarım|(?<!\d)\d{1,5})\s+(?:gram|miligram|kapsül|tablet|"
        r"hap|kaşık|fincan)(?!\w)"
    ),
    (
        r"(?:jeden|jedną|dwa|dwie|trzy|cztery|pięć|sześć|dziesięć|pół|(?<!\d)\d{1,5})\s+(?:gram\w*|miligram\w*|"
        r"kapsuł\w*|tablet\w*|łyżecz\w*|łyżk\w*)"
    ),
    (
        r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|setengah|(?<!\d)\d{1,5})\s+(?:gram|"
        r"miligram|kapsul|tablet|sendok\w*|sudu)(?!\w)"
    ),
    r"(?:bir|iki|üç|yarım|\d{1,4})\s+(?:çay|yemek|tatlı)\s+kaşığı",
    r"(?<!\w)(?:łyżecz\w{1,4}|łyżk\w{1,3})\s+(?:proszku|kratomu|ekstraktu)|(?:чайн\w{1,3}|столов\w{1,3})\s+лож\w{1,3}",
    r"(?:캡슐|알약)\s?(?:한|두|세|네|다섯|여섯|\d{1,3})\s?(?:개|알)|(?:一|二|三|四|五|六|七|八|九|十|\d{1,3})\s?(?:粒|錠|個)",
    r"(?:小さじ|大さじ)\s?(?:[一二三四五半]|\d{1,2})",
    r"(?:אחד|אחת|שני|שתי|שלוש\w?|ארבע\w?|חמש\w?|חצי|\d{1,4})\s?(?:גרם|כמוס\w{1,3}|כפי\w{1,3}|מ״?ג)",
    r"(?:یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|نیم|[\d۰-۹]{1,4})\s?(?:گرم|کپسول|قاشق|میلی\s?گرم)",
    (
        rf"(?<![\w.]){_NUMBER}\s(?:kapsl\w{{1,3}}|lžič\w{{1,3}}|kapslar|tesked\w{{0,3}}|linguriț\w|kapszul\w{{1,2}}|"
        rf"kapseli\w?|teelusik\w{{1,3}}|vidonge|gramu|gramů|gramy|grame|gramm|grammaa)(?!\w)"
    ),
    (
        r"(?:isa|isang|dalawa|dalawang|tatlo|tatlong|apat|lima|limang|(?<!\d)\d{1,5})\s+(?:na\s+)?(?:gramo|kapsula|"
        r"tableta|kutsara\w*)(?!\w)"
    ),
)
_SCHEDULES = (
    (
        rf"(?<!\w)every\s+(?:other\s+)?(?:{_NUMBER}\s+)?(?:hours?|hrs?|hr|minutes?|mins?|days?|morning|night|"
        rf"evening|weeks?)(?!\w)"
    ),
    (
        rf"(?<!\w)(?:once|twice|thrice|{_NUMBER}\s?(?:times|x|×|days?))\s?(?:a|per|each|every|/)\s?(?:day|week|"
        rf"night|hour)(?!\w)"
    ),
    rf"(?<!\w)(?:once|twice|thrice|{_NUMBER}\s*(?:times|x))\s+(?:daily|weekly|nightly)(?!\w)",
    r"(?<!\w)(?:q\d+h|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?i\.?d\.?|p\.?r\.?n\.?)(?!\w)",
    rf"(?<!\w)(?:wait|waiting)\s+(?:at\s+least\s+)?{_NUMBER}\s+(?:hours?|minutes?|days?)",
    r"(?<!\w)(?:cada|a cada|toutes les|alle|ogni|elke|каждые|كل|हर|ทุก|每隔?)\s*\d+\s*"
    r"(?:horas?|heures?|stunden?|ore|uur|час\w*|ساعات?|घंटे|ชั่วโมง|小时|小時|時間)",
    r"\d{1,2}\s?(?:時間|日)\s?(?:ごと|おき|毎)|\d{1,2}\s?시간마다|setiap\s\d{1,2}\sjam|her\s\d{1,2}\ssaat\w{0,3}|mỗi\s\d{1,2}\sgiờ",
)
_PRICES = (
    r"(?:[$€£¥₹฿₩₽]|US\$|USD|EUR|GBP)\s?\d[\d.,]{0,12}",
    (
        r"(?<![\w.,])\d[\d.,]{0,12}\s?(?:[€£¥₹฿₩₽$]|dollars?|bucks|usd|euros?|eur|pounds?\s+sterling|quid|cents?|"
        r"pesos?|ringgit|baht|rupiah|yen)(?!\w)"
    ),
    r"(?<!\w)(?:RM|Rp|Rs\.?|kr\.?|zł|PHP|THB|MYR|IDR)\s?\d[\d.,]{0,12}",
    r"(?<!\w)(?:promo|coupon|discount|referral)\s+codes?(?!\w)",
    r"(?<!\w)\d{1,3}\s?%\s+(?:off|discount)(?!\w)",
)
_SELLERS = (
    (
        r"(?<!\w)(?:order|buy|shop|purchase|available)\s+(?:it\s+|yours\s+|now\s+|online\s+)*(?:from|at|"
        r"on)\s+(?:www\.|https?://|[A-Z]\w+)"
    ),
    (
        r"(?<![\w@.])(?!(?:e\.g|i\.e)\b)[a-z0-9][a-z0-9-]*(?:kratom|botanical|herbal|7oh|mitra)[a-z0-9-]*\.(?:com|"
        r"net|org|shop|store|co|us|io)(?!\w)"
    ),
)
_URL = (
    r"(?:https?://|www\.)[^\s)>\]\"'»]+|(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|shop|store|biz|xyz|top|"
    r"info|online|co|io|me|ly|app|to|link)(?:/[^\s)>\]]*)?(?!\w)"
)

_PATTERNS: tuple[tuple[ProhibitedKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
    for kind, patterns in (
        (ProhibitedKind.AMOUNT, _AMOUNTS),
        (ProhibitedKind.SCHEDULE, _SCHEDULES),
        (ProhibitedKind.PRICE, _PRICES),
        (ProhibitedKind.SELLER, _SELLERS),
    )
)
_LINK = re.compile(_URL, re.IGNORECASE)
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF])


class _Remembered:
    """What was found in the last texts, by a hash salted per process, so that no text is held.

    Answers say the same curated sentences again and again; searching them anew took most of an answer's time.
    """

    def __init__(self, size: int) -> None:
        self._found: OrderedDict[bytes, tuple[Prohibited, ...]] = OrderedDict()
        self._size = size
        self._salt = secrets.token_bytes(16)
        self._lock = Lock()

    def find(self, text: str, hosts: frozenset[str] | None, sellers: tuple[str, ...]) -> tuple[Prohibited, ...]:
        tag = hash((hosts, sellers)).to_bytes(8, "big", signed=True)
        key = hashlib.blake2b(tag + text.encode("utf-8", "replace"), key=self._salt, digest_size=16).digest()
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found = tuple(_search(text, hosts, sellers))
        with self._lock:
            self._found[key] = found
            if len(self._found) > self._size:
                self._found.popitem(last=False)
        return found


_REMEMBERED = _Remembered(size=8192)


def find_prohibited(
    text: str, hosts: frozenset[str] | None = None, sellers: tuple[str, ...] | None = None
) -> Iterator[Prohibited]:
    """Yield every amount, schedule, price, seller and link in `text`.

    A link to a host in `hosts` passes; with `hosts` None no link is looked at. `sellers` are the names that
    count as sellers or brands; the list that ships with Caveat when None. Positions refer to the text after
    NFKC normalisation and removal of invisible characters.
    """
    yield from _REMEMBERED.find(text, hosts, shipped_sellers() if sellers is None else sellers)


@cache
def shipped_sellers() -> tuple[str, ...]:
    """Return the sellers and brands in the content that ships with Caveat. Raises `OSError` when it is missing."""
    return tuple(yaml.safe_load(SELLERS_FILE.read_text(encoding="utf-8"))["sellers"])


@lru_cache(maxsize=8)
def _named(sellers: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return the pattern of seller names; blanks, dots, hyphens and apostrophes between parts are optional."""
    parts = [
        "".join(rf"{re.escape(part)}[\s.'’_-]*" for part in re.findall(r"\d+|[^\W\d_]+", name)) for name in sellers
    ]
    if not parts:
        return None
    longest_first = sorted((part.removesuffix("[\\s.'’_-]*") for part in parts), key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(longest_first)})(?:'?s)?(?!\w)", re.IGNORECASE)


def _search(text: str, hosts: frozenset[str] | None, sellers: tuple[str, ...]) -> Iterator[Prohibited]:
    clean = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(clean):
            yield Prohibited(kind, match.start(), match.end())
    named = _named(sellers)
    for match in named.finditer(clean) if named else ():
        yield Prohibited(ProhibitedKind.SELLER, match.start(), match.end())
    if hosts is not None:
        for match in _LINK.finditer(clean):
            if not is_listed(match.group(), hosts):
                yield Prohibited(ProhibitedKind.LINK, match.start(), match.end())


def is_listed(url: str, hosts: frozenset[str]) -> bool:
    """Return whether the host of `url` is in `hosts`; `www.` does not matter."""
    host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    return host in hosts or host.removeprefix("www.") in hosts or f"www.{host}" in hosts
