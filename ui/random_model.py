"""A model folder in CAMeL-Tools' layout with random weights: small, made without torch, and of no use but to be loaded.

The self-test hands it to the worker process: it runs the whole way that a real model runs. Its labels all begin a name
and there is no O, so each word that the model sees must come back as a name: a word that is lost shows.
"""

from __future__ import annotations

import json
import random
import struct
from array import array
from math import prod
from pathlib import Path

LABELS = ("B-LOC", "B-ORG", "B-PERS")
_HIDDEN = 16
_INNER = 32
_POSITIONS = 512
_LETTERS = [chr(code) for code in (*range(0x21, 0x7F), *range(0x621, 0x653), *range(0x660, 0x66A), 0xAB, 0xBB)]
_PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]


def write_model(folder: Path, seed: int = 0) -> None:
    """Write config, vocabulary and weights into ``folder``, which is made."""
    folder.mkdir(parents=True)
    names = dict(enumerate(LABELS))
    config = {
        "architectures": ["BertForTokenClassification"],
        "model_type": "bert",
        "vocab_size": len(_PIECES),
        "hidden_size": _HIDDEN,
        "intermediate_size": _INNER,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "max_position_embeddings": _POSITIONS,
        "type_vocab_size": 2,
        "pad_token_id": 0,
        "id2label": names,
        "label2id": {label: number for number, label in names.items()},
    }
    tokenizer = {"do_lower_case": False, "strip_accents": False, "tokenizer_class": "BertTokenizer"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(_PIECES) + "\n", encoding="utf-8", newline="")
    _write_weights(folder / "model.safetensors", random.Random(seed))


def _shapes() -> dict[str, tuple[int, ...]]:
    """The tensors of a BERT of one layer with a head that labels words."""
    layer = "bert.encoder.layer.0"
    linear = {
        f"{layer}.attention.self.query": (_HIDDEN, _HIDDEN),
        f"{layer}.attention.self.key": (_HIDDEN, _HIDDEN),
        f"{layer}.attention.self.value": (_HIDDEN, _HIDDEN),
        f"{layer}.attention.output.dense": (_HIDDEN, _HIDDEN),
        f"{layer}.intermediate.dense": (_INNER, _HIDDEN),
        f"{layer}.output.dense": (_HIDDEN, _INNER),
        "classifier": (len(LABELS), _HIDDEN),
    }
    norms = ("bert.embeddings", f"{layer}.attention.output", f"{layer}.output")
    shapes: dict[str, tuple[int, ...]] = {
        "bert.embeddings.word_embeddings.weight": (len(_PIECES), _HIDDEN),
        "bert.embeddings.position_embeddings.weight": (_POSITIONS, _HIDDEN),
        "bert.embeddings.token_type_embeddings.weight": (2, _HIDDEN),
    }
    shapes |= {f"{name}.weight": shape for name, shape in linear.items()}
    shapes |= {f"{name}.bias": shape[:1] for name, shape in linear.items()}
    shapes |= {f"{name}.LayerNorm.{part}": (_HIDDEN,) for name in norms for part in ("weight", "bias")}
    return shapes


def _write_weights(path: Path, source: random.Random) -> None:
    """In the safetensors format: the length of the header, the header as JSON, the numbers (float32, little-endian)."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    numbers = array("f")
    for name, shape in _shapes().items():
        begin = 4 * len(numbers)
        numbers.extend(source.gauss(0.0, 0.3) for _ in range(prod(shape)))
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [begin, 4 * len(numbers)]}
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + numbers.tobytes())
