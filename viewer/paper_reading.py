"""What is read of a PDF while it hangs: pictures of its pages, their words, where words stand."""

from viewer.jobs import Jobs, Receiver
from viewer.paper import Paper
from viewer.services import Papers


class PaperReading:
    """Asks for it in the lanes of ``Jobs``; each method returns the request's number."""

    def __init__(self, jobs: Jobs, papers: Papers) -> None:
        """Ask by these calls."""
        self._jobs, self._papers = jobs, papers

    def paint(self, paper: Paper, page: int, longest_px: int, receiver: Receiver) -> int:
        """Paint a page, in the read lane."""
        row = paper.row
        return self._jobs.submit("read", lambda: self._papers.page(row, page, longest_px), receiver)

    def find(self, paper: Paper, words: str, receiver: Receiver) -> int:
        """Look for words, in the look lane."""
        row = paper.row
        return self._jobs.submit("look", lambda: self._papers.find(row, words), receiver)

    def text(self, paper: Paper, page: int, receiver: Receiver) -> int:
        """Read the words of a page, in the look lane."""
        row = paper.row
        return self._jobs.submit("look", lambda: self._papers.text(row, page), receiver)

    def drop(self, request: int) -> None:
        """Forget one of these requests."""
        self._jobs.drop(request)
