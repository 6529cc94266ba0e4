"""What leaves the page: PNG and SVG of the view, and A4 paper."""

import base64
import re
import struct
import xml.etree.ElementTree as ElementTree

import pypdf
import pytest

SVG = "{http://www.w3.org/2000/svg}"
SAID = {
    "#n=agency:unhcr": ["UNHCR", "is listed with", "Build the capacity"],
    "#view=focus&n=agency:unodc&to=agency:un-desa": ["UNODC", "UN-DESA", "is listed with"],
    "#view=matrix": ["UNHCR", "UN-DESA", "Frameworks for Partnerships", "11"],
    "#view=map": ["IOM", "GFMD"],
    "#view=table": ["Name", "World Bank", "Agency"],
    "#view=gaps&kind=gaps-unserved": ["unserved", "not recorded"],
    "#view=overlaps": ["agencies", "IOM"],
}


def saved(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value


@pytest.fixture
def ready(on_seeds):
    def opened(address, **options):
        page = on_seeds(address, **options)
        page.get_by_role("region", name="Evidence").get_by_role("heading").first.wait_for()
        return page

    return opened


def squeezed(text):
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("address", SAID)
def test_the_svg_of_a_view_is_xml_and_holds_its_labels_as_text(ready, address):
    page = ready(address)
    download = saved(page, "Save SVG")
    assert re.fullmatch(r"[\w-]+\.svg", download.suggested_filename)
    root = ElementTree.parse(download.path()).getroot()
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width")) > 400
    assert root.find(f"{SVG}title").text == page.title()
    texts = squeezed(" ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")))
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
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    pages = pypdf.PdfReader(tmp_path / "page.pdf").pages
    assert {tuple(round(float(side)) for side in one.mediabox[2:]) for one in pages} == {(595, 842)}
    texts = [squeezed(one.extract_text()) for one in pages]
    assert all(text.strip() for text in texts)
    for word in SAID[address] if "map" not in address else ["The whole graph"]:
        assert word in " ".join(texts), word
    assert "Save PNG" not in " ".join(texts)


def test_print_opens_the_printer(ready):
    page = ready("#view=matrix")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.get_by_role("button", name="Print").click()
    page.locator("body[data-printed=yes]").wait_for()
