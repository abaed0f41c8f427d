from __future__ import annotations

import pytest

from reporter.locales import identification

TEXTS = {
    "en": "The Minister said that the new harbour was opened on Monday and will be used by all ships of the bay.",
    "fr": "Le ministre a déclaré que le nouveau port a été ouvert lundi et qu’il sera utilisé par tous les navires de la baie.",
    "de": "Der Minister sagte, dass der neue Hafen am Montag eröffnet wurde und von allen Schiffen der Bucht genutzt wird.",
    "es": "El ministro dijo que el nuevo puerto fue abierto el lunes y que será utilizado por todos los barcos de la bahía.",
    "it": "Il ministro ha detto che il nuovo porto è stato aperto lunedì e che sarà usato da tutte le navi della baia.",
    "ru": "Министр сказал, что новый порт был открыт в понедельник и будет использоваться всеми судами залива.",
    "uk": "Міністр сказав, що новий порт було відкрито в понеділок і його будуть використовувати всі судна затоки та моря.",
    "sr": "Министар је рекао да је нова лука отворена у понедељак и да ће је користити сви бродови који су у заливу.",
    "sq": "Ministri tha se porti i ri është hapur të hënën dhe do të përdoret nga të gjitha anijet e gjirit.",
    "ar": "قال الوزير إن الميناء الجديد افتتح يوم الاثنين وسيستخدمه جميع سفن الخليج",
    "fa": "وزیر گفت که بندر جدید روز دوشنبه گشایش یافت و همه کشتی‌های خلیج از آن استفاده می‌کنند",
    "zh": "部长说新港口于星期一开放，海湾的所有船只都将使用它",
    "ja": "大臣は新しい港が月曜日に開かれ、湾のすべての船が使うと述べた",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages(code: str) -> None:
    assert identification.identify(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "42", "Anna Holm, Westmark", "xyzzy plugh frobnicate"])
def test_what_does_not_tell(text: str) -> None:
    assert identification.identify(text) is None


def test_names_in_another_script_do_not_decide() -> None:
    assert identification.identify(TEXTS["en"] + " (Министр)") == "en"
    assert identification.identify(TEXTS["en"] + " 部长") == "en"
