"""The words around a country's name that decide what it is part of, in English, French and Spanish.

All are folded, as `words.key` gives them. Found by reading programmes, summaries and lists of
participants; a word in none of these lists makes a capitalised neighbour part of a longer name.
"""


def words(listed: str) -> frozenset[str]:
    """Words listed in a string."""
    return frozenset(listed.split())


OF = words("d da de del des do dos du of")
ARTICLES = words("el l la las le les los the")
LINKS = OF | ARTICLES | words("a and e et for para pour to y")
FUNCTION = LINKS | words(
    "across after again against all along also although amid among an ante any around as at au "
    "aux avec bajo because before behind between both but by chez comme con contra contre dans "
    "dear depuis desde despite donc durante during each either en entre except few from hacia "
    "hasta hors if in including inside into its like lorsque mais many mediante mientras most "
    "near neither ni nor not o of on only or ou our outside over par parmi pendant per pero por "
    "puis quand sans sauf segun selon si sin since so sobre some sous such sur than that then "
    "these they this those though through throughout thus toward towards tras two u under unlike "
    "until upon vers versus via was were when where whereas whether which while whilst who whose "
    "will with within without yet"
)
FUNCTION_BEHIND = FUNCTION - OF - ARTICLES
OFFICES = words(
    "ambassade ambassadeur ambassador ambassadors authorities chair chairmanship commissioner "
    "commissioners consul consulate consulates consuls delegate delegates delegation delegations "
    "embajada embajador embassies embassy emperor envoy gobierno gobiernos gouvernement "
    "gouvernements government governments king kingdom mision mission missions monarchy "
    "parliament permanent presidencia presidency president presidente prime prince princess queen "
    "representant representante representative representatives"
)
MINISTRIES = words(
    "minister ministere ministerio ministerios ministers ministre ministries ministro ministry"
)
OFFICES_BEHIND = words(
    "ambassador authorities chairmanship consulate delegation embassy government governments "
    "minister ministers ministries ministry mission parliament permanent presidency president "
    "prime representative representatives"
)
PEOPLE = words(
    "case children citizen citizens diaspora diasporas emigrants example experience experiences "
    "immigrants migrants nationals people peoples population refugees role women workers youth"
)
BODIES = words(
    "academy agence agencia agency alliance asociacion assembly association authority banco bank "
    "banque bay board bureau camara cape centre centro chamber chambre church city ciudad club "
    "coalition college comision comite commission committee community company confederation "
    "cooperative corporation council croix cross cruz department desert ecole escuela "
    "establishment federacion federation fondation fondo fonds football forum foundation friends "
    "fund fundacion golfe golfo group gulf hospital initiative institut institute institution "
    "instituto island islands isthmus lake mount mountains museum network ocean office "
    "organisation party port radio red river school sea service services sociedad societe society "
    "state strait straits syndicate trust union universidad universite university valle vallee "
    "valley ville اتحاد بحر بنك جامعة جمعية خليج كلية مدينة مركز مصرف معهد موسسة نهر وادي"
)
BODIES_IN_SMALL = words(
    "banco bank banque bay camara chambre ciudad golfe golfo gulf institut institute instituto "
    "port sea strait universidad universite university valle vallee valley ville اتحاد بحر بنك "
    "جامعة جمعية خليج كلية مدينة مركز مصرف معهد موسسة نهر وادي"
)
LATER = words(
    "agricole autonoma autonome central centrale commercial commerciale federal federale general "
    "generale internacional international internationale islamic islamique nacional national "
    "nationale populaire roja rouge"
)
PLACES = words(
    "basin canal city delta desert dinar dinars dollar dollars franc francs gulf papers peninsula "
    "peso pesos pound pounds river rupee rupees shilling shillings strait valley"
)
# What a country gives its name to: Guinea pigs, a Panama hat, Turkey vultures.
THINGS = words(
    "almond almonds balsam bean beans black blue burger burgers cabinet cabinets carpet carpets "
    "cattle cedar cedars cherry cherries cigar cigars clay closet corn cow cows cup dinner disease "
    "fever flu fowl fowls ginger grass hat hats hen hens ink inks lacquer leather libre lily meat "
    "moss nut nuts oak paper pepper peppers pig pigs plate poppy porcelain potato potatoes red "
    "rose roses rubber rug rugs sandwich sandwiches seed shop shops shorts silk sling spar spice "
    "syndrome tea teas tree trot tulip vulture vultures wax willow worm worms"
)
# Behind Turkey at the beginning of a sentence, across a comma or and: the bird.
FARMED = words(
    "beef chicken chickens duck ducks egg eggs fowl geese goose guinea hens lamb mutton pheasant "
    "pigeons pork poultry quail"
)
TITLES = words("dr m miss mlle mme mr mrs ms prof sr sra st")
HYPHENS = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014")
PLAIN_WORDS = frozenset(("WHO", "UN", "AU"))
# What makes WHO a pronoun: shouted neighbours, who is meant before it, verbs of asking, a verb.
QUESTIONS = words("how what when where whether which whom whose why")
ANTECEDENTS = words(
    "all another any anybody anyone both each everybody everyone he many nobody none one ones "
    "others people person persons she some somebody someone them these they those we you"
)
ASKING = words(
    "about ask asked asking asks check checked clarified clarifies clarify decide decided decides "
    "define defined defines describe describes determine determined determines even exactly "
    "explain explained explains find indicate indicated indicates identified identifies identify "
    "just know known knows learn list listed listing lists name named names note noted notes only "
    "record recorded records register registered registers remember report reported say saying "
    "says see seeing show showed showing shown shows specified specifies specify state stated "
    "states tell telling tells understand wonder"
)
AUXILIARIES = words(
    "are can could did do does had has have is may might must shall should was were will would"
)
# Countries that share their name with a part of another, or with a city of their own: Atlanta,
# Georgia; the State of Mexico; Niger State.
NAMESAKES = words("georgia georgie")
STATES_OF_OTHERS = words("georgia georgie jordan lebanon mexico mexique niger peru")
STATES = words(
    "alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware "
    "florida hampshire hawaii idaho illinois indiana iowa kansas kentucky louisiana maine "
    "maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada "
    "island jersey ohio oklahoma ontario oregon pennsylvania tennessee texas utah vermont virginia "
    "wisconsin wyoming york"
)
STATE_BEGINNINGS = words("new north rhode south west")
STATES_ALONE = STATES - words("carolina dakota hampshire island jersey mexico york")
STATE = words("estado etat state")
PARTS_OF_A_COUNTRY = words(
    "archdiocese arrondissement borough canton city commune county departamento departement "
    "department diocese district governorate island isle islands municipality municipio "
    "prefecture province provincia town village"
)
JOINING = frozenset(("and", "or", "et", "y"))
