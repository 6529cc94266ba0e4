"""Opening a PDF from its bytes, and the errors that a reader of PDF can meet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from partnergraph.document.places import Place
from partnergraph.errors import ReadError
from partnergraph.readers.layout.geometry.shapes import Sheet
from partnergraph.readers.pdf.bombs import check
from partnergraph.readers.pdf.sheets import sheet

MOST_PAGES = 20_000  # the longest reports of the field have 1,000; time and memory grow with them
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY


class Opened:
    """An open PDF: its title, and its pages one after the other."""

    def __init__(self, document: Any, path: Path) -> None:
        self._document, self._path = document, path
        self._form = _form(document)
        self.title = _title(document)

    def sheets(self) -> Iterator[Sheet]:
        """Every page as a sheet; one that cannot be loaded is a sheet that says so."""
        fonts: dict[int, bool] = {}
        tagged = self._document.is_tagged()
        for index in range(len(self._document)):
            yield self._sheet(index, fonts, tagged)

    def _sheet(self, index: int, fonts: dict[int, bool], tagged: bool) -> Sheet:
        import pypdfium2

        try:
            page = self._document[index]
        except pypdfium2.PdfiumError:
            return Sheet(index + 1, 0, 0, unread="the page is damaged")
        try:
            return sheet(page, index + 1, fonts, self._form, tagged)
        except pypdfium2.PdfiumError:
            return Sheet(index + 1, 0, 0, unread="the page is damaged")
        finally:
            page.close()


@contextmanager
def opened(data: bytes, path: Path) -> Iterator[Opened]:
    """An open PDF.

    Raises ReadError for one that asks for a password, is damaged, too long, or a bomb.
    """
    import pypdfium2

    check(data, path)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error, data, path) from None
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise ReadError(
                str(path), f"{pages:,} pages are more than {MOST_PAGES:,}", "split the file"
            )
        if not pages:
            raise ReadError(str(path), "the PDF has no pages", "export or download it again")
        yield Opened(document, path)
    finally:
        document.close()


def _unopened(error: Exception, data: bytes, path: Path) -> ReadError:
    code = getattr(error, "err_code", None)
    if code in (_PASSWORD, _SECURITY) or "assword" in str(error):
        return ReadError(
            str(path), "the PDF is encrypted and asks for a password", "save a copy without one"
        )
    if b"%PDF-" not in data[:1024]:
        return ReadError(str(path), "it is no PDF", "check where it came from")
    return ReadError(str(path), "the PDF is damaged or cut off", "download or export it again")


def refused(path: Path, unread: Sequence[tuple[Place, str]]) -> ReadError:
    """Why a PDF gave no text at all."""
    if unread and all(reason == "the page is damaged" for _, reason in unread):
        return ReadError(str(path), "the PDF is damaged: no page can be read", "download it again")
    if unread:
        what = "no page has text, only a picture of it (a scan?)"
        return ReadError(str(path), what, "run text recognition (OCR) on it first")
    return ReadError(str(path), "the PDF has no text", "check where it came from")


def _form(document: Any) -> Any:
    import pypdfium2.raw as raw

    if document.get_formtype() == raw.FORMTYPE_NONE:
        return None
    document.init_forms()
    return document.formenv.raw if document.formenv else None


def _title(document: Any) -> str:
    try:
        title = document.get_metadata_value("Title")
    except (UnicodeDecodeError, ValueError):
        return ""
    return " ".join(str(title).split())
