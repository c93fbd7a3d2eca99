"""Russian claims carry a calibrated confidence: a full claim with names more than a vague one."""

from __future__ import annotations

from primafacie.claims.confidence import weights
from tests.claims.russian.test_answers_russian import claims_of


def test_a_full_claim_is_surer_than_a_vague_one() -> None:
    full, vague = (
        claims_of("В 2009 году Аскар Ким продал банк «Орда» холдингу «Норд» за 5 млн евро."),
        claims_of("Завод продали."),
    )
    assert [c.kind for c in full + vague] == ["Deal", "Deal"]
    assert full[0].confidence > vague[0].confidence
    assert all(0.02 <= c.confidence <= 0.98 for c in full + vague)


def test_weights_never_hold_a_firmer_word_against_a_claim() -> None:
    assert weights("ru")["prior"] >= 0
