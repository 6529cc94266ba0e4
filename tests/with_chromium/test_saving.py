"""What leaves the page: PNG and SVG of the view, and A4 paper."""

import base64
import re
import struct
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree

import pypdf
import pytest

SHEET = 688
BEFORE_PRINT = "window.dispatchEvent(new Event('beforeprint'))"
AFTER_PRINT = "window.dispatchEvent(new Event('afterprint'))"
DISCS = """(paths) => paths
  .filter((path) => path.getAttribute("fill") === "#f4f6f9")
  .map((path) => path.getBoundingClientRect().toJSON())"""
LANE = r"\bis l[a-z ]*[.]* ?62 "  # its name is cut where the letters of the machine fill its room
FONTS = """<?xml version="1.0"?>
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern">
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit>
</match>
</fontconfig>"""
FAMILIES = {"DejaVu Sans", "DejaVu Sans Mono", "DejaVu Serif", "Liberation Sans", "Noto Sans"}
WIDTH = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "13px system-ui";
  return pen.measureText("is listed with expertise in").width;
}"""
SVG = "{http://www.w3.org/2000/svg}"
SAID = {
    "#n=agency:unhcr": ["UNHCR", "is listed with", "Build the capacity"],
    "#view=focus&n=agency:unodc&to=agency:un-desa": ["UNODC", "UN-DESA", "is listed with"],
    "#view=matrix": ["UNHCR", "UN-DESA", "Frameworks for Partnerships", "11"],
    "#view=map": ["IOM", "GFMD"],
    "#view=table": ["Name", "World Bank", "Agency"],
    "#view=gaps&kind=gaps-unserved": ["Objectives that nobody", "Not recorded"],
    "#view=overlaps": ["Agencies that are", "IOM"],
}


def saved(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value


def told(download):
    """What a saved drawing says, from its top on."""
    texts = ElementTree.parse(download.path()).getroot().iter(f"{SVG}text")
    return squeezed(" ".join("".join(text.itertext()) for text in texts))


@pytest.fixture
def ready(on_seeds):
    def opened(address, **options):
        page = on_seeds(address, **options)
        page.get_by_role("region", name="Evidence").get_by_role("heading").first.wait_for()
        return page

    return opened


def printed(page, folder):
    """The sheets that a page is printed on, of the size it asks for."""
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True, print_background=True)
    return pypdf.PdfReader(folder / "page.pdf").pages


def size(sheet):
    """Its width and height in millimetres."""
    return tuple(round(float(side) * 25.4 / 72) for side in sheet.mediabox[2:])


def squeezed(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("address", SAID)
def test_the_svg_of_a_view_is_xml_and_holds_its_labels_as_text(ready, address):
    page = ready(address)
    download = saved(page, "Save SVG")
    assert re.fullmatch(r"[\w-]+\.svg", download.suggested_filename)
    root = ElementTree.parse(download.path()).getroot()
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width")) > 400
    assert root.find(f"{SVG}title").text == page.title()
    texts = told(download)
    for word in SAID[address]:
        assert word in texts, word


@pytest.mark.parametrize("address", SAID)
def test_the_png_of_a_view_is_a_picture_of_some_colours(ready, address):
    page = ready(address)
    download = saved(page, "Save PNG")
    assert download.suggested_filename.endswith(".png")
    data = download.path().read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 480
    assert height >= 200
    colours = page.evaluate(
        """async (letters) => {
          const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes]));
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, 0, 0);
          const { data } = pen.getImageData(0, 0, picture.width, picture.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }""",
        base64.b64encode(data).decode(),
    )
    assert colours > 10


def test_a_dark_drawing_has_its_own_ground(ready):
    page = ready("#n=agency:unhcr", color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    root = ElementTree.parse(saved(page, "Save SVG").path()).getroot()
    assert root.find(f"{SVG}rect").get("fill") == ground


def test_a_saved_drawing_opens_alone_as_it_was(ready, visit, tmp_path):
    page = ready("#view=matrix")
    saved(page, "Save SVG").save_as(tmp_path / "matrix.svg")
    alone = visit(tmp_path / "matrix.svg", ready="svg > title")
    boxes = alone.locator("text").evaluate_all("(all) => all.map((one) => one.getBBox().width)")
    assert len(boxes) > 50
    assert all(width > 0 for width in boxes)


@pytest.mark.parametrize("address", SAID)
def test_a_view_is_printed_on_a4_with_its_words(ready, tmp_path, address):
    scheme = "dark" if "gaps" in address else "light"
    page = ready(address, color_scheme=scheme)
    pages = printed(page, tmp_path)
    assert {size(one) for one in pages} == {(210, 297)}
    texts = [squeezed(one.extract_text()) for one in pages]
    assert all(text.strip() for text in texts)
    answer, _, graph = page.title().partition(" – ")
    assert texts[0].strip().replace("- ", "-").startswith(f"{graph} – {answer}")
    for word in SAID[address]:
        assert word in " ".join(texts), word
    for control in ("Save PNG", "Show all"):
        assert control not in " ".join(texts)


def test_a_long_table_repeats_its_head_on_every_sheet(ready, tmp_path):
    texts = [one.extract_text() for one in printed(ready("#view=table"), tmp_path)]
    with_rows = [text for text in texts if re.search(r"\bOrganisation\s+\d", text)]
    assert len(with_rows) > 1
    assert all("Whole name" in text for text in with_rows)


def test_paper_says_how_much_of_a_list_it_holds(ready, sql, tmp_path):
    ((count,),) = sql(
        """SELECT count(*) FROM edge JOIN node n ON n.n = source
           WHERE n.short = 'IOM' AND type = 'HAS_EXPERTISE_IN'"""
    )
    assert count > 8
    texts = " ".join(
        squeezed(one.extract_text()) for one in printed(ready("#n=agency:iom"), tmp_path)
    )
    assert f"The first 8 of {count}." in texts
    assert f"{count - 12} more" in texts
    assert f"Show {count - 12} more" not in texts


def test_a_long_lane_is_printed_sheet_by_sheet(ready, tmp_path):
    page = ready("#n=agency:iom")
    page.get_by_role("button", name="Show 50 more").click()
    texts = [squeezed(one.extract_text()) for one in printed(page, tmp_path)[:3]]
    assert all("is listed with expertise in → 62" in text for text in texts)
    page.emulate_media(media="print")
    page.evaluate(BEFORE_PRINT)
    sheets = page.locator("svg.sheet")
    assert [sheet.locator("a.near").count() for sheet in sheets.all()] == [27, 25, 14]
    assert max(box["height"] / box["width"] for box in boxes(sheets)) < 245 / 182
    page.evaluate(AFTER_PRINT)
    assert sheets.count() == 0


def boxes(found):
    return [one.bounding_box() for one in found.all()]


@pytest.mark.parametrize("width", [420, 1280, 2200])
def test_focus_is_drawn_for_the_sheet_whatever_the_window(ready, width):
    page = ready("#n=agency:iom", viewport={"width": width, "height": 800})
    drawing = page.get_by_role("group", name="IOM and its statements")
    before = drawing.get_attribute("viewBox")
    page.evaluate(BEFORE_PRINT)
    page.emulate_media(media="print")
    assert drawing.count() == 1
    letters = drawing.get_by_role("link").first.locator("text").first.get_attribute("font-size")
    points = float(letters) * SHEET / float(drawing.get_attribute("width")) * 0.75
    assert 7 < points < 11
    page.evaluate(AFTER_PRINT)
    page.emulate_media(media="screen")
    assert drawing.get_attribute("viewBox") == before


@pytest.mark.parametrize("width", [420, 1280, 2200])
def test_the_map_fills_the_sheet_undistorted_and_by_day(ready, width):
    page = ready("#view=map", viewport={"width": width, "height": 800}, color_scheme="dark")
    page.evaluate(BEFORE_PRINT)
    page.emulate_media(media="print")
    panel = page.get_by_role("tabpanel", name="Map")
    sheet = panel.locator("svg.sheet")
    assert not panel.locator("canvas").is_visible()
    assert sheet.bounding_box()["width"] == pytest.approx(panel.bounding_box()["width"], abs=2)
    discs = sheet.locator("path").evaluate_all(DISCS)
    assert len(discs) > 5
    for disc in discs:
        assert disc["width"] == pytest.approx(disc["height"], rel=0.01)
    across = max(one["right"] for one in discs) - min(one["left"] for one in discs)
    down = max(one["bottom"] for one in discs) - min(one["top"] for one in discs)
    box = sheet.bounding_box()
    assert max(across / box["width"], down / box["height"]) > 0.9
    assert float(sheet.get_attribute("width")) == pytest.approx(
        float(sheet.get_attribute("height")) * across / down, rel=0.1
    )
    assert sheet.locator("path").first.get_attribute("fill") == "#ffffff"
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_the_matrix_takes_the_width_of_the_sheet(ready):
    page = ready("#view=matrix", viewport={"width": SHEET, "height": 1000})
    page.emulate_media(media="print")
    table = page.get_by_role("tabpanel", name="Matrix").get_by_role("table")
    room = page.get_by_role("tabpanel", name="Matrix").bounding_box()["width"]
    assert table.bounding_box()["width"] == pytest.approx(room, abs=1)
    assert table.get_by_role("rowheader").first.bounding_box()["width"] > 0.4 * room
    sizes = table.get_by_role("button").evaluate_all(
        "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 8 / 0.75


def test_a_wide_matrix_turns_the_sheet_and_loses_no_column(visit, rendered, load, tmp_path):
    things = [("topic:t", "Topic", "Remittances"), ("activity:a", "Activity", "Send money home")]
    agencies = [(f"agency:a{number}", "Agency", f"BODY{number}") for number in range(30)]
    said = [
        ("UNDER", "activity:a", "topic:t", "Remittances"),
        *(("HAS_EXPERTISE_IN", id, "activity:a", name) for id, _, name in agencies),
    ]
    page = visit(rendered(db=load([*things, *agencies], said)), "#view=matrix")
    page.get_by_role("tabpanel", name="Matrix").get_by_role("table").wait_for()
    first = printed(page, tmp_path)[0]
    assert size(first) == (297, 210)
    words = first.extract_text()
    for _, _, name in agencies:
        assert re.search(rf"\b{name}\b", words), name


def test_print_opens_the_printer(ready):
    page = ready("#view=matrix")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.get_by_role("button", name="Print").click()
    page.locator("body[data-printed=yes]").wait_for()


def test_a_saved_drawing_says_how_much_of_a_lane_it_holds(ready):
    said = told(saved(ready("#n=agency:iom"), "Save SVG"))
    assert re.search(LANE, said.replace("→ ", ""))
    assert "50 more" in said
    assert "Show" not in said


def test_what_the_filters_leave_out_is_said_on_paper_and_in_saved_drawings(
    ready, filters, tmp_path
):
    page = filters(ready("#n=agency:iom"))
    said = "This view leaves out Recommendations, “cites”, inferred statements."
    for name in ("^Recommendations", "^cites", "^Inferred statements"):
        page.get_by_role("checkbox", name=re.compile(name)).uncheck()
    assert not page.get_by_text(said).is_visible(), "on the screen the legend says so"
    paper = squeezed(printed(page, tmp_path)[0].extract_text())
    assert said in paper
    for view in ("Focus", "Matrix", "Map", "Table"):
        page.get_by_role("tab", name=view).click()
        page.get_by_role("tabpanel", name=view).locator("svg, canvas, table").first.wait_for()
        assert said in told(saved(page, "Save SVG")), view
    page.get_by_role("tab", name="Gaps").click()
    assert "This view leaves out" not in told(saved(page, "Save SVG")), "answers are not filtered"


def test_a_saved_drawing_says_that_it_is_of_a_part(visit, rendered):
    page = visit(rendered("UNODC", "--hops", "1"))
    for view in ("Focus", "Map", "Matrix"):
        page.get_by_role("tab", name=view).click()
        page.get_by_role("tabpanel", name=view).get_by_text("This page holds").wait_for()
        said = told(saved(page, "Save SVG"))
        assert said.count("This page holds what is within 1 step of UNODC") == 1, view


def test_a_drawing_too_long_for_a_canvas_is_saved_smaller(visit, rendered, load):
    activities = [(f"activity:a{n}", "Activity", f"Activity {n}") for n in range(1_000)]
    led = [("LED", "agency:h", id, f"H {name}") for id, _, name in activities]
    page = visit(rendered("agency:h", db=load([("agency:h", "Agency", "H"), *activities], led)))
    page.get_by_role("button", name="Show 988 more").click()
    data = saved(page, "Save PNG").path().read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert 32_000 < height <= 32_767
    assert width > 500


def test_a_path_that_was_asked_for_leaves_nothing_out(visit, command, filters, seeds_db, tmp_path):
    page_file = tmp_path / "path.html"
    command("path", "UNODC", "UN-DESA", "--db", seeds_db, "--html", page_file)
    page = filters(visit(page_file))
    page.get_by_role("checkbox", name=re.compile("^Activities")).uncheck()
    page.get_by_role("group", name="The path, step by step").wait_for()
    assert "leaves out" not in told(saved(page, "Save SVG"))


def installed(families):
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True)
    return {family for family in families if family in re.split(r"[\n,]", listed.stdout)}


@pytest.fixture(scope="module")
def in_fonts(launch, seeds_page, tmp_path_factory):
    """What a view of the page is in each of the fonts that this machine has, narrow and wide."""
    folder, pages = tmp_path_factory.mktemp("fonts"), {}
    for family in sorted(installed(FAMILIES)):
        (folder / f"{family}.conf").write_text(FONTS.format(family), "utf-8")
        browser = launch(FONTCONFIG_FILE=str(folder / f"{family}.conf"))
        pages[family] = browser.new_page(offline=True)
        pages[family].goto(seeds_page.as_uri())
    return pages


def test_the_fonts_that_are_tried_differ(in_fonts):
    widths = {family: page.evaluate(WIDTH) for family, page in in_fonts.items()}
    assert max(widths.values()) > 1.2 * min(widths.values()), widths


@pytest.mark.parametrize("address", [*SAID, "#n=agency:iom"])
def test_a_saved_drawing_says_the_same_whatever_the_fonts(in_fonts, address):
    for family, page in in_fonts.items():
        page.evaluate("(place) => { window.location.hash = place; }", address)
        page.get_by_role("region", name="Evidence").get_by_role("heading").first.wait_for()
        page.locator("[role=tabpanel]:not([hidden]) :is(svg, canvas, table)").first.wait_for()
        said = told(saved(page, "Save SVG"))
        if address == "#n=agency:iom":
            assert re.search(LANE, said.replace("→ ", "")), family
            assert "50 more" in said, family
        for word in " ".join(SAID.get(address, ())).split():
            assert word in said, (family, word)
