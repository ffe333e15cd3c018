"""Which full names, of many, are shown under one spelling."""

from __future__ import annotations

import random
import time

from onrecord.names.persons import unify_names


def test_spellings_of_one_full_name_are_shown_as_the_one_used_most() -> None:
    counts = {"Volodymyr Zelenskyy": 2, "Volodymyr Zelensky": 5, "Wolodymyr Selenskyj": 1, "Володимир Зеленський": 1, "Olena Zelenska": 3}
    found = unify_names(counts)
    assert {name: shown for name, shown in found.items() if shown != name} == dict.fromkeys(
        ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj", "Володимир Зеленський"), "Volodymyr Zelensky"
    )
    assert found["Olena Zelenska"] == "Olena Zelenska"


def test_a_family_name_alone_is_nobody_else() -> None:
    assert unify_names({"Zelensky": 1, "Volodymyr Zelenskyy": 2}) == {"Volodymyr Zelenskyy": "Volodymyr Zelenskyy"}


def test_a_double_family_name_is_the_one_fuller_name_that_ends_so() -> None:
    found = unify_names({"Tarn Solano": 5, "Andrés Manuel Tarn Solano": 1, "Korvin Slot": 2, "Hanna Korvin Slot": 1})
    assert (found["Tarn Solano"], found["Korvin Slot"]) == ("Andrés Manuel Tarn Solano", "Hanna Korvin Slot")


def test_a_double_family_name_that_two_people_bear_stays_as_it_is() -> None:
    assert unify_names({"Tarn Solano": 5, "Ana Tarn Solano": 1, "Juan Tarn Solano": 1})["Tarn Solano"] == "Tarn Solano"


def test_the_order_in_which_names_come_changes_nothing() -> None:
    counts = {"Sergei Lavrov": 2, "Serhii Lavrov": 2, "Sergej Lawrow": 1, "Mira Solan": 2, "Mira Tarn": 2}
    names = list(counts)
    random.shuffle(names)
    assert unify_names({name: counts[name] for name in names}) == unify_names(counts)


def test_twenty_thousand_names_take_no_square_of_time() -> None:
    first = [a + b + c for a in "BDFGKLMNPRST" for b in "aeiou" for c in ("na", "ro", "lim", "sek", "dor")]
    names = [f"{given} {family}son" for given in first for family in first[:70]]
    started = time.process_time()
    assert len(unify_names(dict.fromkeys(names, 1))) == len(names)
    assert time.process_time() - started < 60
