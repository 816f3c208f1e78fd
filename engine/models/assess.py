"""A film becomes an assessment: gate, classify, calibrate, explain. Composition only."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from engine.errors import UnusableModel
from engine.models import gate
from engine.models.bundle import Bundle, read_bundle
from engine.models.card import ModelCard
from engine.models.correcting import (
    LUNGLESS,
    OFFERS,
    as_stored,
    corrected,
    corrected_input,
    made_on,
    righting,
)
from engine.models.familiarity import FILM_NOTICE
from engine.models.heatmap import activations
from engine.models.lungs import prepare_with_lungs
from engine.models.preprocessing import Prepared, Preprocessing
from engine.types import Assessed, Assessment, Finding, Radiograph, frozen

if TYPE_CHECKING:
    from engine.models.session import OnnxSession, Outputs


@dataclass(frozen=True, slots=True, eq=False)
class PreparedFilm:
    """A film ready for the network, or the reason why it will not be shown to it.

    ``corrected`` are the film's corrections, by name, that may help: that show lungs where it shows
    none, or lay it upright by its header.
    """

    prepared: Prepared | None
    reason: str
    prepare_ms: float
    corrected: Mapping[str, Prepared] = field(default_factory=dict)


def prepare_film(radiograph: Radiograph, preprocessing: Preprocessing) -> PreparedFilm:
    """Do all that needs no network, so that reading processes can do it."""
    start = time.perf_counter()
    reason = gate.refuse_header(radiograph) or gate.refuse_pixels(radiograph)
    helping: tuple[str, ...] = ()
    prepared = None
    if not reason and (reason := gate.refuse_orientation(radiograph.orientation)):
        helping = righting(radiograph.orientation) if radiograph.orientation else ()
    elif not reason:
        prepared = prepare_with_lungs(radiograph, preprocessing)
        if prepared.lungless:
            prepared, reason, helping = None, gate.NO_LUNGS, LUNGLESS
    tried = {n: prepare_with_lungs(corrected(radiograph, n), preprocessing) for n in helping}
    others = {name: other for name, other in tried.items() if not other.lungless}
    return PreparedFilm(prepared, reason, (time.perf_counter() - start) * 1000, others)


class Assessor:
    """One model, ready to assess films."""

    def __init__(self, bundle: Bundle, session: "OnnxSession") -> None:
        _check_graph(bundle, session)
        self._bundle, self._session = bundle, session
        side = bundle.card.preprocessing.size
        warm = np.zeros((1, bundle.card.preprocessing.channels, side, side), np.float32)
        session.run(warm)

    @classmethod
    def load(cls, path: Path, *, provider: str = "auto", threads: int = 0) -> Self:
        """Open a model file for triage; ``threads`` of a CPU, 0 for one a processor.

        Raises
        ------
        UnusableModel
            Where it is damaged, does not match its card, or cannot say which film to flag.
        """
        from engine.models.session import OnnxSession

        bundle = read_bundle(path)
        if not bundle.card.alarm:
            raise UnusableModel(
                f"{path.name} cannot say which films to flag, no class of it is called normal: "
                "it can be measured, not used for triage."
            )
        return cls(bundle, OnnxSession(path, provider=provider, threads=threads))

    @property
    def card(self) -> ModelCard:
        """The model's card."""
        return self._bundle.card

    @property
    def model_sha256(self) -> str:
        """The hash of the model file."""
        return self._bundle.sha256

    @property
    def provider(self) -> str:
        """What the network runs on."""
        return self._session.provider

    @property
    def notice(self) -> str:
        """Why that is not what was asked for, or empty."""
        return self._session.notice

    def assess(self, radiograph: Radiograph) -> Assessed:
        """Assess one film."""
        return self.infer([self.prepare(radiograph)])[0]

    def assess_corrected(self, radiograph: Radiograph, correction: str) -> Assessed:
        """Assess one film as the reader had it corrected; the assessment says so.

        ``correction`` is one of `engine.models.correcting.CORRECTIONS`, such as an assessment's
        ``offer``; KeyError for another. Its maps lie on the film as it was given.
        """
        found = self.assess(corrected(radiograph, correction))
        said = replace(
            found.assessment,
            offer="",
            correction=correction,
            notices=(made_on(correction), *found.assessment.notices),
        )
        maps = found.activations and as_stored(found.activations, correction)
        return replace(found, assessment=said, activations=maps)

    def prepare(self, radiograph: Radiograph) -> PreparedFilm:
        """Do all that needs no network."""
        return prepare_film(radiograph, self.card.preprocessing)

    def run(self, films: NDArray[np.float32]) -> "Outputs":
        """Run tensors (N, C, size, size) through the network, unjudged: for looking into it."""
        return self._session.run(films)

    def infer(self, films: Sequence[PreparedFilm]) -> list[Assessed]:
        """Run the films that are fit for it through the network, in one batch."""
        ready = [film.prepared for film in films if film.prepared is not None]
        results: list[Assessed] = []
        milliseconds = 0.0
        if ready:
            start = time.perf_counter()
            outputs = self._session.run(np.concatenate([p.tensor for p in ready]))
            milliseconds = (time.perf_counter() - start) * 1000 / len(ready)
        row = 0
        for film in films:
            if film.prepared is None:
                refused = self._assessment((), film.reason, film, 0.0)
                offer = self._best({name: p.tensor for name, p in film.corrected.items()})
                results.append(Assessed(replace(refused, offer=offer), None))
                continue
            results.append(self._judge(film, film.prepared, outputs, row, milliseconds))
            row += 1
        return results

    def _judge(
        self, film: PreparedFilm, prepared: Prepared, outputs: "Outputs", row: int, infer_ms: float
    ) -> Assessed:
        card = self.card
        reason = gate.refuse_embedding(card.gate, outputs.gate[row], float(outputs.distance[row]))
        if reason:
            refused = self._assessment((), reason, film, infer_ms)
            offer = self._offer(prepared, outputs.gate[row])
            return Assessed(replace(refused, offer=offer), None)
        leaves = card.calibration.probabilities(outputs.logits[row : row + 1])
        findings = []
        for name, value in card.by_finding(leaves).items():
            probability = float(value[0])
            interval = card.reliability[name].interval(probability)
            findings.append(Finding(name, probability, interval))
        maps = activations(card, prepared, leaves[0], outputs.maps[row])
        said = self._assessment(tuple(findings), "", film, infer_ms)
        if prepared.cut_off > gate.NOTED_CUT:
            said = replace(said, notices=(gate.CUT_OFF,))
        if card.familiarity is None:
            return Assessed(said, maps)
        offset = card.familiarity.offsets(outputs.embedding[row : row + 1])[0]
        if card.familiarity.strange_film(offset):
            said = replace(said, unfamiliar=True, notices=(*said.notices, FILM_NOTICE))
        return Assessed(said, maps, frozen(offset))

    def _offer(self, prepared: Prepared, logits: NDArray[np.float32]) -> str:
        """Return the correction with which a film that the gate refuses passes best."""
        tried = OFFERS.get(gate.likeliest(self.card.gate, logits), ())
        return self._best({name: corrected_input(prepared.tensor, name) for name in tried})

    def _best(self, corrections: Mapping[str, NDArray[np.float32]]) -> str:
        """Return the name of the input (1, C, S, S) that passes best; empty where none does."""
        if not corrections:
            return ""
        outputs = self._session.run(np.concatenate(list(corrections.values())))
        best = int(np.argmax(gate.accepted_share(outputs.gate)))
        distance = float(outputs.distance[best])
        passes = not gate.refuse_embedding(self.card.gate, outputs.gate[best], distance)
        return list(corrections)[best] if passes else ""

    def _assessment(
        self, findings: tuple[Finding, ...], reason: str, film: PreparedFilm, infer_ms: float
    ) -> Assessment:
        return Assessment(
            findings=findings,
            reason=reason,
            model_id=self.card.id,
            model_version=self.card.version,
            model_sha256=self.model_sha256,
            preprocessing_sha256=self.card.preprocessing.sha256,
            provider=self.provider,
            prepare_ms=film.prepare_ms,
            infer_ms=infer_ms,
        )


def _check_graph(bundle: Bundle, session: "OnnxSession") -> None:
    """Refuse a graph whose shapes are not the card's."""
    recipe = bundle.card.preprocessing
    if session.input_shape != (recipe.channels, recipe.size, recipe.size):
        raise UnusableModel("The network's input is not the card's preprocessing size.")
    if session.output_shape("logits")[-1] != len(bundle.card.leaves):
        raise UnusableModel("The network's outputs are not the card's findings.")
    if session.output_shape("gate")[-1] != len(bundle.card.gate.classes):
        raise UnusableModel("The network's gate is not the card's.")
    familiarity = bundle.card.familiarity
    if familiarity and session.output_shape("embedding")[-1] != familiarity.embedding_size:
        raise UnusableModel("The network's embedding is not the card's.")
