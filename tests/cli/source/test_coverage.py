import json

from tests.cli.source.conftest import MAP


def test_each_paragraph_is_a_line_with_its_sentences_and_labels(trams):
    status, out, err = trams.run("coverage", trams.path)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "“On trams”: 2 of 3 paragraphs and 2 of 5 sentences are mapped, by 2 statements",
        "¶1  0/1      # On trams",
        "¶2  1/2  P1  Trams are quiet. They run on rails, and …",
        "¶3  1/2  P2  The town has money. It may have more …",
    ]


def test_what_is_not_mapped_can_be_read(trams):
    out = trams.run("coverage", trams.path, "--unmapped")[1]
    assert "    - Trams are quiet.\n" in out
    assert "    - It may have more next year.\n" in out
    assert "- The town has money." not in out


def test_changed_and_lost_anchors_do_not_count(trams):
    trams.pin()
    trams.rewrite("nobody has ever", "some people have")
    trams.rewrite("The town has money.", "")
    out = trams.run("coverage", trams.path)[1]
    assert "0 of 3 paragraphs" in out
    assert "2 of 2 anchors are changed or lost" in out


def test_many_labels_are_cut(trams):
    more = "".join(
        f'\n[statement.s{n}]\ntext = "S{n}."\nin = "r"\n'
        'anchor = { source = "report", para = 3, from = "the town has money" }\n'
        for n in range(20)
    )
    trams.path.write_text(MAP + more)
    line = trams.run("coverage", trams.path)[1].splitlines()[-1]
    assert line.startswith("¶3  1/2  P2 P3 P4 P5 P6 P7 P8 +14  The town")


def test_json_tells_every_sentence(trams):
    (told,) = json.loads(trams.run("coverage", trams.path, "--format", "json")[1])
    assert told["source"] == "report"
    assert [paragraph["para"] for paragraph in told["paragraphs"]] == [1, 2, 3]
    assert told["paragraphs"][1] == {
        "para": 2,
        "ids": ["rails"],
        "sentences": [
            {"text": "Trams are quiet.", "ids": []},
            {"text": "They run on rails, and nobody has ever seen one swerve.", "ids": ["rails"]},
        ],
    }


def test_texts_that_are_missing_are_told(trams):
    trams.path.write_text(MAP.replace("# kept\n", '[source.two]\ntitle = "Two"\n\n# kept\n'))
    status, out, err = trams.run("coverage", trams.path)
    assert status == 0
    assert out.count("“") == 1
    assert "“Two” isn't on this machine" in err
    assert trams.run("coverage", trams.path, "--source", "report")[2] == ""
    status, _, err = trams.run("coverage", trams.path, "--source", "two")
    assert status == 2
    status, _, err = trams.run("coverage", trams.path, "--source", "three")
    assert 'has no source "three"; it has report, two' in err
    trams.path.write_text("argmap = 1\n")
    status, _, err = trams.run("coverage", trams.path)
    assert status == 2
    assert "has no source" in err
