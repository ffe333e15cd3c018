"""Registration forms, cookie notices and error pages are told from short news."""

from __future__ import annotations

import pytest

from onrecord.articles.forms import is_form
from tests.views.make import make_article

FORMS = {
    "en": "One last step\n\nWe have sent you a message with a link. Please open it to activate your profile.\n\nNo email address was supplied for this registration.",
    "nl": "Wij gebruiken cookies om deze site te verbeteren.\n\nGa naar de instellingen als u dat niet wilt.",
    "de": "Wir verwenden Cookies und ähnliche Verfahren.\n\nMit einem Klick stimmen Sie dem Einsatz dieser Dienste zu.",
    "fr": "Cette page est réservée aux abonnés.\n\nConnectez-vous pour lire la suite de cet article.\n\nVous avez oublié votre mot de passe ?",
    "es": "Para continuar leyendo inicia sesión o crea una cuenta.\n\nTe enviaremos un correo electrónico con un enlace.",
    "it": "Questo sito utilizza cookie tecnici e di profilazione.\n\nIscriviti alla newsletter per ricevere le notizie.",
    "pt": "Este site utiliza cookies para melhorar a navegação.\n\nVocê pode mudar as preferências a qualquer momento.",
    "pl": "Ta strona korzysta z plików cookies.\n\nKliknij przycisk poniżej, aby przejść dalej do serwisu.",
    "cs": "Tyto stránky používají soubory cookies.\n\nPro pokračování zadejte prosím svůj e-mail a heslo.",
    "uk": "Щоб читати далі, увійдіть або створіть обліковий запис.\n\nМи надішлемо вам лист із посиланням.",
    "ru": "Чтобы читать дальше, войдите или создайте учётную запись.\n\nМы отправим вам письмо со ссылкой.",
    "tr": "Bu site çerezleri deneyimi iyileştirmek için kullanır.\n\nDevam etmek için lütfen giriş yapın ya da kaydolun.",
}
NEWS = {
    "en": "Harbour minister resigns over grain ships\n\nShe left office on Tuesday after a vote.",
    "nl": "Minister stapt op na stemming over graanschepen. Je leest straks meer op deze pagina.",
    "de": "Ministerin tritt nach der Abstimmung zurück. Sie verlässt das Amt am Dienstag. Bitte laden Sie die Seite neu.",
    "fr": "La ministre du port a démissionné mardi après le vote du conseil.",
    "es": "La ministra dimitió el martes y su partido busca un sucesor.",
    "it": "La ministra si è dimessa martedì dopo il voto del consiglio.",
    "pt": "A ministra demitiu-se na terça-feira depois da votação do conselho.",
    "pl": "Minister podała się do dymisji, a rząd tego państwa szuka następcy.",
    "cs": "Ministryně podala v úterý demisi po hlasování městské rady.",
    "uk": "Міністерка подала у відставку у вівторок після голосування ради.",
    "ru": "Министр подала в отставку во вторник после голосования совета.",
    "tr": "Bakan salı günü yapılan oylamanın ardından istifa ettiğini açıkladı.",
}


@pytest.mark.parametrize("lang", FORMS)
def test_a_page_that_only_speaks_to_its_reader_is_a_form(lang: str) -> None:
    assert is_form(make_article("a", FORMS[lang], lang=lang))


@pytest.mark.parametrize("lang", NEWS)
def test_one_sentence_that_reports_makes_an_article(lang: str) -> None:
    assert not is_form(make_article("a", NEWS[lang], lang=lang))
    assert not is_form(make_article("a", f"{FORMS[lang]}\n\n{NEWS[lang]}", lang=lang))


@pytest.mark.parametrize(
    "text",
    [
        "“You will pay for your grain yourselves,” she told you all.",
        "Strait closed",
        "",
        "A court struck down the rule on cookies and newsletters on Tuesday.",
    ],
    ids=["a quotation speaks to somebody", "a headline", "nothing", "news about such services"],
)
def test_what_may_be_news_is_no_form(text: str) -> None:
    assert not is_form(make_article("a", text, lang="en"))


def test_nothing_is_said_of_a_language_without_words() -> None:
    assert not is_form(make_article("a", FORMS["en"], lang="fi"))
    assert not is_form(make_article("a", FORMS["en"], lang=None))
