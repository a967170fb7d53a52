"""What can be set, and from where."""

import pytest

from assistant import AssistantError, Settings
from assistant.settings import load_settings
from tests.conftest import ROOT


def test_arguments_then_environment_then_file_then_default(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load_settings().top_k == 4
    (tmp_path / "assistant.toml").write_text("top_k = 6\nport = 9000\n", encoding="utf-8")
    assert load_settings().top_k == 6
    monkeypatch.setenv("ASSISTANT_TOP_K", "7")
    assert load_settings().top_k == 7
    assert load_settings(top_k=8).top_k == 8
    assert load_settings(top_k=None).port == 9000


@pytest.mark.parametrize(
    "bad",
    [
        *({"top_k": 0}, {"port": 70000}, {"engine": "magic"}, {"colour": "red"}, {"password": ""}),
        *({"hosts": hosts} for hosts in ("https://example.org", "*.example.org", "example..org")),
    ],
)
def test_a_bad_value_is_one_line_that_names_it(bad):
    with pytest.raises(AssistantError) as caught:
        load_settings(**bad)
    assert next(iter(bad)) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_corpus_has_its_own_index(tmp_path):
    assert Settings().index_path == ROOT / "index"
    one, two = (Settings(corpus_dir=tmp_path / name, cache_dir=tmp_path).index_path for name in ("a", "b"))
    assert one != two
    assert one.is_relative_to(tmp_path)
    assert Settings(index_dir=tmp_path / "i").index_path == tmp_path / "i"


def test_every_setting_says_what_it_is_and_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        assert field.description
        assert f"`{name}`" in readme, name
