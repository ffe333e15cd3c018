"""Speed and memory of onrecord on this machine, on articles the script makes up itself.

    python -m bench.speed
    python -m bench.speed --articles 20 --stores 50 --format json

Every command runs as a process of its own, as a user would run it. Nothing is judged: the figures are printed, no more.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

WORDS = 600
LANGS = ("en", "nl", "de", "uk")
SINGLES = 3
"""Articles added one by one to a store of each size; the median counts."""
FIRST_DAY = date(2024, 3, 4)
SPEAKERS = (
    ("Maren Oldfield", "Марен Олдфілд"), ("Tobias Renquist", "Тобіас Ренквіст"), ("Ilse Varnhagen", "Ільзе Варнгаген"), ("Petro Hnatiuk", "Петро Гнатюк"),
    ("Corinne Albury", "Корінн Олбері"), ("Wout Stellinga", "Ваут Стеллінга"), ("Halyna Drozd", "Галина Дрозд"), ("Emre Saltik", "Емре Салтик"),
)  # fmt: skip
PLACES = (
    ("Lindmouth", "Ліндмут"), ("Oosterwade", "Остерваде"), ("Grauenfels", "Грауенфельс"), ("Verbivka", "Вербівка"), ("Port Sallow", "Порт-Саллоу"),
    ("Hoogbeek", "Гогбек"), ("Tannried", "Танрід"), ("Kalynove", "Калинове"), ("Esterby", "Естербі"), ("Molenrade", "Моленраде"),
)  # fmt: skip
TOLD = {
    "en": (
        "“If the barges pass {place}, we will leave the talks,” {speaker} told reporters in {place} on Tuesday.",
        "{speaker} warned on Tuesday that the council would leave the talks if a single barge passed {place}.",
    ),
    "nl": (
        "„Als de schepen {place} passeren, verlaten wij het overleg”, zei {speaker} dinsdag tegen verslaggevers in {place}.",
        "{speaker} waarschuwde dinsdag dat de raad het overleg verlaat zodra er ook maar één schip langs {place} vaart.",
    ),
    "de": (
        "„Wenn die Kähne {place} passieren, verlassen wir die Gespräche“, sagte {speaker} am Dienstag vor Journalisten in {place}.",
        "{speaker} drohte am Dienstag, der Rat werde die Gespräche verlassen, falls auch nur ein Kahn {place} passiere.",
    ),
    "uk": (
        "«Якщо баржі пройдуть повз {place}, ми залишимо переговори», – заявляє {speaker} у вівторок журналістам у місті {place}.",
        "{speaker} попереджає: рада залишить переговори, якщо хоча б одна баржа пройде повз {place}.",
    ),
}
"""The utterance of an event, in quotation marks and told indirectly."""
SENTENCES = {
    "en": (
        "{speaker} said that {n} families had asked for shelter in {place} since the first of the month.",
        "“Nobody here has seen the plans for the second lock,” {speaker} added, pointing at an empty desk.",
        "At least {n} people were injured and {m} were killed when the embankment near {place} gave way, the fire service reported.",
        "The province of {place} has spent {m} million euros on pumps, of which {n} still stand in their crates.",
        "According to {speaker}, the repairs will not begin before the shipping company has paid what it owes.",
        "Rain fell for the ninth day in a row, and the road between {place} and the coast stayed closed to lorries.",
        "{speaker} promised that every farmer would be paid by the end of June unless the auditors objected.",
        "The harbour office denied on Friday that it had ordered the evacuation of {n} workers.",
        "“We demand that the gates stay open and that the crews are allowed to go ashore,” {speaker} said in a letter.",
        "Two engineers who inspected the wall last year believe it was built on clay that should never have carried it.",
        "Asked whether the talks in {place} could resume next week, {speaker} shrugged and spoke of patience.",
        "The market hall, which burnt down in 1987, is used as a depot for sandbags, blankets and {n} folding beds.",
    ),
    "nl": (
        "{speaker} zei dat {n} gezinnen in {place} sinds het begin van de maand om onderdak hebben gevraagd.",
        "„Niemand hier heeft de plannen voor de tweede sluis gezien”, voegde {speaker} eraan toe, wijzend op een leeg bureau.",
        "Zeker {n} mensen raakten gewond en {m} kwamen om toen de kade bij {place} het begaf, meldde de brandweer.",
        "De provincie rond {place} gaf {m} miljoen euro uit aan pompen, waarvan er {n} nog in hun kisten staan.",
        "Volgens {speaker} begint het herstel niet voordat de rederij heeft betaald wat zij schuldig is.",
        "Het regende voor de negende dag op rij en de weg tussen {place} en de kust bleef dicht voor vrachtwagens.",
        "{speaker} beloofde dat iedere boer voor eind juni betaald krijgt, tenzij de accountants bezwaar maken.",
        "Het havenkantoor ontkende vrijdag dat het de evacuatie van {n} arbeiders had bevolen.",
        "„Wij eisen dat de poorten open blijven en dat de bemanningen aan wal mogen”, schreef {speaker} in een brief.",
        "Twee ingenieurs die de muur vorig jaar keurden, denken dat hij op klei staat die hem nooit had mogen dragen.",
        "Op de vraag of het overleg in {place} volgende week verder kan, haalde {speaker} de schouders op.",
        "De markthal, die in 1987 afbrandde, dient als opslag voor zandzakken, dekens en {n} klapbedden.",
    ),
    "de": (
        "{speaker} sagte, seit Monatsbeginn hätten {n} Familien in {place} um eine Unterkunft gebeten.",
        "„Niemand hier hat die Pläne für die zweite Schleuse gesehen“, fügte {speaker} hinzu und zeigte auf einen leeren Tisch.",
        "Mindestens {n} Menschen wurden verletzt und {m} getötet, als der Damm bei {place} nachgab, teilte die Feuerwehr mit.",
        "Der Landkreis um {place} hat {m} Millionen Euro für Pumpen ausgegeben, von denen {n} noch in ihren Kisten stehen.",
        "Nach Angaben von {speaker} beginnt die Reparatur erst, wenn die Reederei ihre Schulden bezahlt hat.",
        "Es regnete den neunten Tag in Folge, und die Straße zwischen {place} und der Küste blieb für Lastwagen gesperrt.",
        "{speaker} versprach, jeder Landwirt werde bis Ende Juni bezahlt, es sei denn, die Prüfer widersprächen.",
        "Das Hafenamt bestritt am Freitag, die Räumung von {n} Arbeitern angeordnet zu haben.",
        "„Wir verlangen, dass die Tore offen bleiben und die Besatzungen an Land dürfen“, schrieb {speaker} in einem Brief.",
        "Zwei Ingenieure, die die Mauer im vergangenen Jahr prüften, glauben, dass sie auf Lehm steht, der sie nie hätte tragen dürfen.",
        "Auf die Frage, ob die Gespräche in {place} nächste Woche weitergehen, zuckte {speaker} mit den Schultern.",
        "Die Markthalle, die 1987 abbrannte, dient als Lager für Sandsäcke, Decken und {n} Klappbetten.",
    ),
    "uk": (
        "{speaker} каже, що від початку місяця {n} родин у місті {place} попросили про притулок.",
        "«Ніхто тут не бачив планів другого шлюзу», – додає {speaker}, показуючи на порожній стіл.",
        "Щонайменше {n} людей дістали поранення, {m} загинули, коли біля міста {place} прорвало дамбу, повідомили рятувальники.",
        "Громада {place} витратила на насоси {m} мільйонів євро, і {n} із них досі стоять у ящиках.",
        "За словами речника, якого цитує {speaker}, ремонт не почнеться, доки судноплавна компанія не сплатить борг.",
        "Дощ ішов дев'ятий день поспіль, і дорога між містом {place} та узбережжям була закрита для вантажівок.",
        "{speaker} обіцяє, що кожен фермер отримає гроші до кінця червня, якщо аудитори не заперечуватимуть.",
        "Управління порту в п'ятницю заперечило, що наказало евакуювати {n} робітників.",
        "«Ми вимагаємо, щоб ворота лишалися відкритими, а екіпажам дозволили зійти на берег», – пише {speaker} у листі.",
        "Двоє інженерів, які торік оглядали стіну, вважають, що її збудували на глині, яка не мала її тримати.",
        "На запитання, чи продовжаться переговори в місті {place} наступного тижня, {speaker} лише знизує плечима.",
        "Критий ринок, який згорів у 1987 році, тепер служить складом для мішків з піском, ковдр і {n} розкладних ліжок.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measured value; `None` = could not be measured, `detail` says why."""

    name: str
    value: float | None
    unit: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A finished process: wall time, peak resident memory (`None` where the system does not tell), and what went wrong."""

    wall_s: float
    peak_mib: float | None
    failure: str | None


def make_article(number: int) -> dict[str, str]:
    """Return invented article `number`: four in a row tell one event, each in another language.

    Returns:
        A record as `onrecord analyze` reads it, about `WORDS` words; the same number gives the same text everywhere.
    """
    lang, event = LANGS[number % len(LANGS)], number // len(LANGS)
    rng = random.Random(number)
    script = 1 if lang == "uk" else 0
    speaker = SPEAKERS[event % len(SPEAKERS)][script]
    place = PLACES[event * 3 % len(PLACES)][script]

    def fill(sentence: str, *, own: bool) -> str:
        who = speaker if own else rng.choice(SPEAKERS)[script]
        where = place if own else rng.choice(PLACES)[script]
        return sentence.format(speaker=who, place=where, n=rng.randrange(12, 900), m=rng.randrange(2, 12))

    told = TOLD[lang][event % 2 if lang in ("en", "de") else 1 - event % 2]
    sentences = [fill(told, own=True)]
    words = len(sentences[0].split())
    while words < WORDS:
        for sentence in rng.sample(SENTENCES[lang], len(SENTENCES[lang])):
            sentences.append(fill(sentence, own=rng.random() < 0.5))
            words += len(sentences[-1].split())
            if words >= WORDS:
                break
    text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    published = (FIRST_DAY + timedelta(days=event % 300)).isoformat()
    return {"id": f"made-{number:05d}", "lang": lang, "published": published, "outlet": f"outlet-{number % 7}", "text": text}


def write_articles(path: Path, numbers: Iterable[int]) -> Path:
    """Write invented articles as JSON Lines and return the path."""
    path.write_text("".join(json.dumps(make_article(n), ensure_ascii=False) + "\n" for n in numbers), encoding="utf-8")
    return path


def run_child(arguments: Sequence[str], limit_s: float) -> Child:
    """Run `onrecord` with `arguments` to its end, at most `limit_s` seconds, and return what it took."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "onrecord", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        guard = threading.Timer(limit_s, process.kill)
        guard.start()
        peak = _wait(process)
        wall_s = time.perf_counter() - started
        guard.cancel()
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip().splitlines()
    if process.returncode == 0:
        return Child(wall_s=wall_s, peak_mib=peak, failure=None)
    why = f"stopped after {limit_s:.0f} s" if wall_s >= limit_s else (said[-1] if said else "no message")
    return Child(wall_s=wall_s, peak_mib=peak, failure=f"exit status {process.returncode}: {why}")


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    """Wait for a process; return its own peak resident memory in MiB where the system counts it per process."""
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return float(usage.ru_maxrss) / (2**20 if sys.platform == "darwin" else 2**10)


def measure_start(limit_s: float) -> Iterator[Measure]:
    """Yield the time until `--help` stands on the screen, and that of the demo."""
    runs = [run_child(["--help"], limit_s) for _ in range(5)]
    failure = next((r.failure for r in runs if r.failure), None)
    spread = f"median of 5 runs, {min(r.wall_s for r in runs):.2f} to {max(r.wall_s for r in runs):.2f}"
    yield _of("cold start, --help", None if failure else statistics.median(r.wall_s for r in runs), "s", failure or spread)
    with tempfile.TemporaryDirectory() as scratch:
        demo = run_child(["demo", "--quiet", "--out", str(Path(scratch) / "demo.html")], limit_s)
    yield _of("demo, five articles", None if demo.failure else demo.wall_s, "s", demo.failure or _peak(demo))


def measure_reading(scratch: Path, articles: int, limit_s: float) -> Iterator[Measure]:
    """Yield speed and memory of `analyze` and `compare` over `articles` invented articles."""
    few, many = write_articles(scratch / "few.jsonl", range(len(LANGS))), write_articles(scratch / "many.jsonl", range(articles))
    for command, rest in (("analyze", []), ("compare", ["--format", "json", "--out", str(scratch / "comparison.json")])):
        start = run_child([command, str(few), "--quiet", *rest], limit_s)
        yield _of(f"{command}, {len(LANGS)} articles", None if start.failure else start.wall_s, "s", start.failure or "one a language; start and loading the model included")
        run = run_child([command, str(many), "--quiet", *rest], limit_s)
        failure = run.failure or start.failure
        span = run.wall_s - start.wall_s
        rate = None if failure or span <= 0 or articles <= len(LANGS) else (articles - len(LANGS)) / span
        yield _of(f"{command}, {articles} articles", None if run.failure else run.wall_s, "s", run.failure or f"{articles / run.wall_s:.2f} articles/s with start")
        yield _of(f"{command}, once running", rate, "articles/s", failure or ("the rows above, one less the other" if rate else "too few articles to tell"))
        yield _of(f"{command}, peak memory", None if run.failure else run.peak_mib, "MiB", run.failure or "resident, whole process")


def measure_store(scratch: Path, sizes: Sequence[int], limit_s: float) -> Iterator[Measure]:
    """Yield what `add` takes an article while a store grows to each size, and for single articles once it is there.

    The store is left as `store-SIZE.db` in `scratch` for each size reached.
    """
    store, number = scratch / "store.db", 0
    for size in sizes:
        batch = write_articles(scratch / "batch.jsonl", range(number, size))
        fill = run_child(["add", str(batch), "--store", str(store), "--quiet"], limit_s)
        each = None if fill.failure else fill.wall_s / (size - number)
        yield _of(f"add, filling a store to {size}", each, "s/article", fill.failure or f"{size - number} articles in one call; {_peak(fill)}")
        if fill.failure:
            return
        shutil.copyfile(store, scratch / f"store-{size}.db")
        singles = [run_child(["add", str(write_articles(scratch / "next.jsonl", [size + k])), "--store", str(store), "--quiet"], limit_s) for k in range(SINGLES)]
        failure = next((s.failure for s in singles if s.failure), None)
        detail = f"median of {SINGLES} calls; store {store.stat().st_size / 2**20:.1f} MiB"
        yield _of(f"add, one article into {size}", None if failure else statistics.median(s.wall_s for s in singles), "s", failure or detail)
        number = size + SINGLES


def measure_curve(scratch: Path, sizes: Sequence[int]) -> Iterator[Measure]:
    """Yield what one article costs between articles while a store of made-up sketches grows to each size."""
    from bench.curve import measure_adding

    for point in measure_adding(scratch, list(sizes)):
        detail = f"slowest {point.slowest_ms:.0f} ms; without the model; store {point.store_mib:.0f} MiB"
        yield _of(f"between articles, one into {point.articles}", point.median_ms, "ms", detail)


def measure_views(store_path: Path) -> Iterator[Measure]:
    """Yield the time to read a store back and to write its briefing as HTML and as text, in this process."""
    from rich.console import Console

    from onrecord.run.shelf import read_comparison, read_shelf
    from onrecord.storage import SqliteStore
    from onrecord.views import make_briefing, render_html, render_text

    started = time.perf_counter()
    store = SqliteStore(store_path, read_only=True)
    try:
        with store.transaction():
            comparison = read_comparison(store, read_shelf(store))
    finally:
        store.close()
    size = f"{len(comparison.analyses)} articles"
    of = f"{len(comparison.statements)} statements"
    yield _of(f"reading back, {size}", time.perf_counter() - started, "s", of)
    started = time.perf_counter()
    briefing = make_briefing(comparison)
    yield _of(f"briefing, {size}", time.perf_counter() - started, "s", of)
    started = time.perf_counter()
    page = render_html(briefing, comparison.analyses)
    yield _of(f"as HTML, {size}", time.perf_counter() - started, "s", f"{len(page.encode('utf-8', 'replace')) / 2**10:.0f} KiB")
    screen = StringIO()
    started = time.perf_counter()
    render_text(briefing, Console(file=screen, width=100, no_color=True))
    yield _of(f"as text, {size}", time.perf_counter() - started, "s", f"{screen.getvalue().count(chr(10))} lines")


def _of(name: str, value: float | None, unit: str, detail: str) -> Measure:
    return Measure(name=name, value=None if value is None else round(value, 4), unit=unit, detail=detail)


def _peak(child: Child) -> str:
    return "memory not told by this system" if child.peak_mib is None else f"peak {child.peak_mib:.0f} MiB"


def describe_machine() -> dict[str, str | int | float | None]:
    """Return what the figures depend on: cores, load at the start, Python, system, versions."""
    from onrecord import __version__

    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None
    return {
        "cores": os.cpu_count(), "cores_usable": usable, "load_at_start": load, "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}", "onrecord": __version__,
    }  # fmt: skip


def read_model_version() -> str:
    """Return the version of the shipped model, or why it cannot be read."""
    from onrecord.encode.model import shipped_model
    from onrecord.errors import OnrecordError

    try:
        return shipped_model().version
    except OnrecordError as error:
        return f"none: {error.message}"


def print_table(machine: dict[str, str | int | float | None], measures: Sequence[Measure]) -> None:
    """Print everything as one table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title="onrecord, speed", caption=", ".join(f"{key.replace('_', ' ')} {value}" for key, value in machine.items()))
    for column, side in (("measure", "left"), ("value", "right"), ("unit", "left"), ("detail", "left")):
        table.add_column(column, justify="right" if side == "right" else "left")
    for m in measures:
        table.add_row(m.name, "-" if m.value is None else f"{m.value:.3g}" if m.value < 100 else f"{m.value:.0f}", m.unit, m.detail)
    Console(width=None if sys.stdout.isatty() else 130).print(table)


def _sizes(value: str) -> list[int]:
    sizes = sorted({int(part) for part in value.split(",") if part.strip()})
    if any(later - earlier <= SINGLES for earlier, later in zip([0, *sizes], sizes, strict=False)):
        raise argparse.ArgumentTypeError(f"sizes must be more than {SINGLES} apart")
    return sizes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60, help="articles for analyze and compare (default: %(default)s)")
    parser.add_argument("--stores", type=_sizes, default=[100, 1000], help="sizes of the store for add, with commas (default: 100,1000; empty: leave it out)")
    parser.add_argument(
        "--curve", type=_sizes, default=[1000, 10_000, 100_000], help="sizes of a store of made-up sketches, with commas (default: 1000,10000,100000; empty: leave it out)"
    )
    parser.add_argument("--limit-s", type=float, default=3600, help="longest time one command may take (default: %(default)s)")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    options = parser.parse_args()
    machine = describe_machine()
    measures: list[Measure] = []
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)

        def take(found: Iterable[Measure]) -> None:
            for measure in found:
                print(f"measured: {measure.name}", file=sys.stderr, flush=True)
                measures.append(measure)

        take(measure_start(options.limit_s))
        take(measure_reading(scratch, max(1, options.articles), options.limit_s))
        take(measure_store(scratch, options.stores, options.limit_s))
        take(measure_curve(scratch, options.curve))
        # Last, in this process: a child's peak memory would count what its parent holds at the fork.
        for size in options.stores:
            if (scratch / f"store-{size}.db").exists():
                take(measure_views(scratch / f"store-{size}.db"))
        machine["model"] = read_model_version()
    if options.format == "json":
        print(json.dumps({"machine": machine, "measures": [asdict(m) for m in measures]}, ensure_ascii=False, indent=1))
    else:
        print_table(machine, measures)


if __name__ == "__main__":
    main()
