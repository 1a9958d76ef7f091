"""The labels of CAMeL-Tools' own `predict` beside ours, in a process of its own: `camel_stock.py MODEL < texts.json`.

Prints {"stock", "ours", "int8"}: for each text the labels of the words that `predict` does not drop. With a second
argument also writes the weights there as a pickle, as older models have them.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

with tempfile.TemporaryDirectory() as data:
    Path(data, "catalogue.json").write_text('{"version": "0", "packages": {}, "components": {}}')
    os.environ["CAMELTOOLS_DATA"] = data
    import torch
    from camel_tools.ner import NERecognizer

    from annotate.suggest.camel_ner import Recognizer, Sentence
    from annotate.suggest.camel_words import words_of

model = Path(sys.argv[1])
texts = json.load(sys.stdin)
stock = NERecognizer(str(model), use_gpu=False)
words = [[text[start:end] for start, end in words_of(text)] for text in texts]
kept = [[word for word in sentence if stock.tokenizer.tokenize(word)] for sentence in words]


def ours(*, int8: bool) -> list[list[str]]:
    recognizer = Recognizer(model, int8=int8)
    window = [Sentence.of(index, text) for index, text in enumerate(texts)]
    for _ in recognizer.label(window):
        pass
    return [[recognizer.labels[label] for label in sentence.labels if label >= 0] for sentence in window]


if len(sys.argv) > 2:
    torch.save(stock.model.state_dict(), sys.argv[2])
json.dump({"stock": stock.predict(kept), "ours": ours(int8=False), "int8": ours(int8=True)}, sys.stdout)
