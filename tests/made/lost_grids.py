"""Made matrices printed without their grid: cells follow each other in the order of the header.

Bodies are invented or none of the UN's; columns come in any order, cells may be empty, of one
line or of many, in three languages; the same seed gives the same page.
"""

import random
import textwrap
from dataclasses import dataclass, field

Fact = tuple[str, str, str]
"""Activity, `objective` or `who`, and the objective or body."""

BODIES = (
    *("Harbour League", "Plateau Union", "Nordkap Trust", "Red Acacia", "QRT", "Delta Watch"),
    *("Sahel Press", "ZAMU", "Ministry of Fisheries", "Lighthouse Fund", "University of Varn"),
    *("Coastal Workers Federation", "BLK-3", "Grand River Council", "Open Harbour Network"),
)
KNOWN = ("IOM", "ILO", "UNHCR", "World Bank", "UN Women", "UNICEF", "WHO", "Oxfam")
HEADERS = {
    "en": {
        "activity": ("Activity", "Planned activities", "Action", "Project"),
        "objective": ("Objective", "Expected results", "Goal", "Outcome"),
        "who": ("Lead agency", "Responsible", "Implementing partners", "Members with expertise"),
    },
    "fr": {
        "activity": ("Activité", "Actions prévues", "Mesures"),
        "objective": ("Objectif", "Résultats attendus", "But"),
        "who": ("Chef de file", "Responsable", "Organismes compétents"),
    },
    "es": {
        "activity": ("Actividad", "Acciones", "Medidas"),
        "objective": ("Objetivo", "Resultados esperados", "Finalidad"),
        "who": ("Entidad líder", "Responsable", "Organismos"),
    },
}
_DO = {
    "en": ("Train", "Map", "Set up", "Publish", "Repair", "Register", "Translate", "Equip"),
    "fr": ("Former", "Créer", "Publier", "Recenser", "Équiper", "Traduire", "Organiser"),
    "es": ("Capacitar", "Crear", "Publicar", "Registrar", "Equipar", "Traducir", "Organizar"),
}
_DOING = {
    "en": ("Training of", "Mapping of", "A register of", "Repair of", "A yearly review of"),
    "fr": ("Formation pour", "Recensement pour", "Un registre pour", "Un guide pour"),
    "es": ("Formación para", "Un registro para", "Una guía para", "Un censo para"),
}
_WHAT = {
    "en": (
        *("ferry crews", "seasonal pickers", "two border clinics", "court interpreters"),
        *("wage records", "labour attachés", "school roofs", "recruiters and their agents"),
        *("village savings clubs", "night shelters", "bus drivers", "market traders"),
    ),
    "fr": (
        *("les équipages des bacs", "les cueilleurs saisonniers", "deux dispensaires"),
        *("les interprètes des tribunaux", "les registres de paie", "les écoles rurales"),
        *("les caisses villageoises", "les abris de nuit", "les marchands du port"),
    ),
    "es": (
        *("las tripulaciones", "los temporeros", "dos clínicas de frontera", "los intérpretes"),
        *("los registros de salarios", "las escuelas rurales", "las cajas de ahorro"),
        *("los albergues nocturnos", "los vendedores del puerto"),
    ),
}
_WHERE = {
    "en": ("in the northern districts", "along the coast road", "before the rains", ""),
    "fr": ("dans les districts du nord", "le long de la côte", "avant les pluies", ""),
    "es": ("en los distritos del norte", "a lo largo de la costa", "antes de las lluvias", ""),
}
_AIM = {
    "en": ("Reduce", "Protect", "Increase", "Ensure", "Improve"),
    "fr": ("Réduire", "Protéger", "Accroître", "Garantir", "Améliorer"),
    "es": ("Reducir", "Proteger", "Aumentar", "Garantizar", "Mejorar"),
}
_AIMED = {
    "en": ("Lower", "Better", "Safer", "Fewer losses to", "More trust in"),
    "fr": ("Moins de pertes pour", "Plus de confiance dans", "Une meilleure idée de"),
    "es": ("Menos pérdidas para", "Más confianza en", "Una mejor idea de"),
}
_GOOD = {
    "en": (
        *("accidents at sea", "the income of families", "legal cover abroad", "fees for workers"),
        *("the schooling of children", "care on the way", "the return of skills", "household debt"),
        *("the safety of women", "fair settlement of disputes", "public health", "local jobs"),
    ),
    "fr": (
        *("les accidents en mer", "le revenu des ménages", "les droits à l’étranger"),
        *("les frais des travailleurs", "la scolarité des enfants", "les soins en route"),
        *("le retour des savoirs", "la sécurité des femmes", "la santé publique"),
    ),
    "es": (
        *("los accidentes en el mar", "los ingresos de las familias", "los derechos afuera"),
        *("los costos de los trabajadores", "la escolaridad", "la atención en ruta"),
        *("el retorno de saberes", "la seguridad de las mujeres", "la salud pública"),
    ),
}
_TITLES = {
    "en": ("Life at Sea", "Fair Recruitment and Decent Work", "Coming Home"),
    "fr": ("La vie en mer", "Le recrutement équitable", "Le retour au pays"),
    "es": ("La vida en el mar", "La contratación justa", "El retorno a casa"),
}
_AT_PAGES = ("Page {n}", "- {n} -", "{n} of 9")


@dataclass(frozen=True)
class Row:
    """A row as it is meant; an empty text or no bodies is an empty cell."""

    activity: str
    objective: str
    bodies: tuple[str, ...]


@dataclass
class Made:
    """A page and what it says; `table` is the same with its grid, in Markdown."""

    text: str
    table: str
    rows: list[Row]
    header: tuple[str, ...]
    facts: set[Fact] = field(default_factory=set)


def made(seed: int) -> Made:
    """A page of 4 to 16 rows."""
    rng = random.Random(seed)
    language = rng.choice(("en", "en", "fr", "es"))
    order = rng.choice((
        *(("activity", "objective", "who"),) * 3, ("objective", "activity", "who"),
        ("who", "activity", "objective"), ("activity", "who", "objective"),
        ("objective", "who", "activity"), ("who", "objective", "activity"),
    ))  # fmt: skip
    header = tuple(rng.choice(HEADERS[language][column]) for column in order)
    rows = _rows(rng, language, rng.randint(4, 16))
    text = _Printer(rng, language, order, header).page(rows)
    facts = {(row.activity, "objective", row.objective) for row in rows if row.objective}
    facts |= {(row.activity, "who", body) for row in rows for body in row.bodies}
    return Made(text, _table(order, header, rows), rows, header, facts)


def _table(order: tuple[str, ...], header: tuple[str, ...], rows: list[Row]) -> str:
    lines = [header, ["---"] * len(header)]
    for row in rows:
        cells = {"activity": row.activity, "objective": row.objective, "who": "; ".join(row.bodies)}
        lines.append([cells[column] for column in order])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _rows(rng: random.Random, language: str, count: int) -> list[Row]:
    stop = rng.choice((".", ".", ""))
    do = rng.choice((_DO, _DO, _DOING))[language]
    aim = rng.choice((_AIM, _AIM, _AIMED))[language]
    bodies = rng.choice((BODIES, BODIES, (*BODIES, *KNOWN), KNOWN))
    empty = rng.choice((0.0, 0.0, 0.1, 0.2))
    rows: dict[str, Row] = {}
    while len(rows) < count:
        where = rng.choice(_WHERE[language])
        activity = f"{rng.choice(do)} {rng.choice(_WHAT[language])} {where}".strip() + stop
        more = _further(rng, language) if rng.random() < 0.3 else ""
        objective = f"{rng.choice(aim)} {rng.choice(_GOOD[language])}{more}{stop}"
        cast = tuple(rng.sample(bodies, rng.choice((1, 1, 2, 3))))
        lacks = rng.choice(("objective", "who")) if rng.random() < empty else ""
        rows[activity] = Row(
            activity, "" if lacks == "objective" else objective, () if lacks == "who" else cast
        )
    return list(rows.values())


def _further(rng: random.Random, language: str) -> str:
    joint = {"en": ", and so", "fr": ", et donc", "es": ", y así"}[language]
    return f"{joint} {rng.choice(_GOOD[language])}, {rng.choice(_GOOD[language])}"


class _Printer:
    """Prints cells one below the other."""

    def __init__(
        self, rng: random.Random, language: str, order: tuple[str, ...], header: tuple[str, ...]
    ) -> None:
        self.rng, self.language, self.order, self.header = rng, language, order, header
        width = rng.choice((34, 60, 75, 999))
        self.widths = dict.fromkeys(order, width)
        if rng.random() < 0.3:
            self.widths = {"activity": 70, "objective": 40, "who": 30}
        self.sections = rng.choice(("", "", "letters", "titles", "numbers"))
        self.gap = rng.random() < 0.8
        if not self.gap:
            self.widths = dict.fromkeys(order, 999)
        self.marks_empty = rng.choice(("", "", "-", "n/a"))
        self.joint = rng.choice((", ", "; ", " / "))
        self.page_mark = rng.choice(("", "", *_AT_PAGES))
        self.lines: list[str] = []

    def page(self, rows: list[Row]) -> str:
        """The whole page."""
        title = {"en": "Matrix of activities", "fr": "Matrice d’activités", "es": "Matriz"}
        self.block([title[self.language] + " 2031"])
        if not self.sections:
            self.head()
        for number, row in enumerate(rows):
            if self.sections and number % 5 == 0 and number // 5 < 3:
                self.section(number // 5)
            elif number and number % 6 == 0:
                self.turn(number // 6)
            for column in self.order:
                self.cell(row, column)
        return "\n".join(self.lines) + "\n"

    def section(self, number: int) -> None:
        """A section's title, with the header below."""
        mark = {"letters": "abc"[number] + ". ", "numbers": f"{number + 1}. ", "titles": ""}
        self.lines.append("")
        self.block([mark[self.sections] + _TITLES[self.language][number]])
        self.lines.append("")
        self.head()

    def head(self) -> None:
        """The header's cells."""
        for words in self.header:
            self.block([words])

    def turn(self, page: int) -> None:
        """The end of a page."""
        if self.page_mark:
            self.lines += ["", self.page_mark.format(n=page), ""]

    def cell(self, row: Row, column: str) -> None:
        """One cell; an empty one is not printed, or by a mark."""
        texts = {"activity": row.activity, "objective": row.objective}
        text = texts.get(column, self.joint.join(row.bodies)) or self.marks_empty
        if text:
            self.block(textwrap.wrap(text, self.widths[column], break_on_hyphens=False))

    def block(self, lines: list[str]) -> None:
        """Some lines, set apart by a blank one."""
        if self.gap and self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines += lines
