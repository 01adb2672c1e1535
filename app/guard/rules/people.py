"""Words for who is in danger, what they took and how they feel."""

from __future__ import annotations

from app.guard.rules.patterns import any_of

ME = r"\b(?:i|im|ive|me|my|myself|we|us|our)\b"
OTHER = any_of(
    r"he | hes | she | shes | they | theyre | him | her | them | his | their | someone | somebody | this (?:guy|"
    r"girl|man|woman|person|dude|kid) | "
    r"friend | friends | bestie | buddy | mate | husband | wife | hubby | partner | boyfriend | girlfriend |"
    r" bf | gf | fiance\w* | spouse | son | sons | daughter | "
    r"daughters | kid | kids | child | toddler | baby | infant | newborn | mom | mum | mother | dad | father |"
    r" brother | sister | sis | bro | roommate | "
    r"roomie | flatmate | cousin | uncle | aunt | grandma | grandpa | grandmother | grandfather | nephew |"
    r" niece | grandson | granddaughter | neighbou?r | coworker | "
    r"colleague | customer | patient | client | student | stranger | dog | cat | puppy | kitten | pup | pet |"
    r" dude | guy | boy | girl | teen | teenager | ex | "
    r"grandchild | stepson | stepdaughter | stepdad | twins?"
)
VULNERABLE = any_of(
    r"toddler | baby | infant | newborn | child | kid | kids | children | son | daughter | grandson |"
    r" granddaughter | grandchild | nephew | niece | stepson | stepdaughter | "
    r"dog | cat | puppy | kitten | pup | pet | labrador | lab | beagle | chihuahua | rabbit | hamster | parrot |"
    r" ferret | poodle | terrier | bulldog | twins? | "
    r"kiddo | little (?:one|boy|girl|brother|sister) | boy | girl | preschooler | kindergart\w+ | "
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:years?|yrs?|months?|mos?)[ -]?olds? |"
    r" \d{1,2} ?(?:yo|y/o|mo)"
)
PET = any_of(
    r"dog | cat | puppy | puppie | kitten | kitty | pup | pet | doggo | labrador | lab | beagle | chihuahua | rabbit | bunny | hamster |"
    r" parrot | ferret | poodle | terrier | bulldog | guinea pig"
)
SWALLOWED = any_of(
    r"swallowed | ate | eaten | eating | got into | gotten into | getting into | drank | drunk | ingested |"
    r" chewed | chewing | licked | chugged | "
    r"took | taken(?! (?:away|from|into care)) | had some of | got hold of | got ahold of | found and | grabbed | put [\w ]{1,40} in (?:his|"
    r"her|their|its) mouth | gulped | "
    r"munched | consumed | devoured | snacked | downed | sipped | got a hold of | finished off | opened (?:my|"
    r"the) | into my | swallows | swallow | just eat"
)
UNWELL = any_of(
    r"feel(?:ing|s)? (?:\w+ ){0,3}?(?:weird | sick | bad | awful | terrible | horrible | strange | funny | off |"
    r" dizzy | faint | like (?:im |i am |shit|crap|death|passing|dying) | wrong | numb | odd | "
    r"unwell | ill | lightheaded | not right | really bad | hot | cold) | throwing up | threw up | vomiting |"
    r" vomited | puking | puked | "
    r"shaking | sweating | dizzy | confused | disoriented | hallucinating | cant (?:stop|move|stand|walk|see|"
    r"feel|talk|speak|stay awake|think straight|keep) | very sleepy | "
    r"really sleepy | super sleepy | so sleepy | drowsy | not making sense | acting (?:weird|strange|funny|"
    r"odd) | twitching | seeing things | having a panic | panicking | freaking out | "
    r"nauseous | nausea | sick | going to be ok | be ok(?:ay)? | be alright | am i dying | will i die |"
    r" going to die | what (?:do|should|can) (?:i|we) do | "
    r"should (?:i|we) (?:go(?! (?:from|down|up|back|higher|lower|with|about)\b)|call|get help) | do i (?:need|go|call|have to) | is (?:he|she|it|that|this) (?:ok|"
    r"going to|dangerous|an emergency|serious) | emergency | er | 911 | hospital | vision | "
    r"wobbly | stumbling | collapsing | unsteady | staggering | drooling | lethargic | crying | out of it |"
    r" not acting | swelling | hives | burning up | fever | "
    r"going in and out | delirious | talking nonsense | (?:body|face|arms?|legs?|hands?) (?:is |are |went |goes |all )*numb | zoned out | cant feel (?:my|his|her|their) | tingling | paranoid | blood |"
    r" scared (?:ill|i will|im going to|i might) die"
)
DEPRESSANT = any_of(
    r"xanax | alprazolam | benzos? | valium | diazepam | klonopin | clonazepam | ativan | lorazepam | alcohol |"
    r" vodka | whiske?y | beers? | wine | drunk | drinking | drinks | liquor | "
    r"oxy\w* | percocet | hydrocodone | vicodin | morphine | heroin | fentanyl | methadone | suboxone |"
    r" tramadol | codeine | opioids? | sleeping pills? | "
    r"ambien | zolpidem | phenibut | ghb | gabapentin | lyrica | pregabalin | soma | carisoprodol | tianeptine |"
    r" ketamine | barbiturates? | bars | lean | downers | lunesta | seroquel | temazepam"
)
