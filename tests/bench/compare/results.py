# SPDX-License-Identifier: Apache-2.0
"""The page that compare.py writes: tables of times and memory, each with its ratio to ours."""
import collections, os, pathlib, re

Compared = collections.namedtuple("Compared", "task rows runs agreement")

OURS, PROGRAM = "throughline", "throughline (program)"
PEERS = ("igraph", "NetworkX", "Kùzu")

QUESTIONS = {
    "load": "load the table",
    "pagerank": "PageRank",
    "betweenness": "betweenness, all cores",
    "betweenness-1": "betweenness, one core",
    "hops": "who is within three hops",
    "store": "store a snapshot",
    "open": "open it",
}

WHOLE_QUESTIONS = {
    **QUESTIONS,
    "load": "load the table, count",
    "store": "load the table, store a snapshot",
    "open": "open it, who is within three hops",
    "links": "open it, one `links`: who is beside",
}

READING = """\
Written by `./dev bench peers`. One table of `source, relation, target, date`, names and not numbers: made by `compare/generate.py`, always the
same; a quarter of its rows need quotes. Each asks in the way that its documentation shows first: NetworkX fills a `MultiDiGraph` from `csv.reader`; igraph takes
`Graph.TupleList`, and ARPACK for PageRank, the quicker of its two ways; Kùzu copies the distinct names into a node table, then the rows into a relation table, in memory. Kùzu knows no betweenness. PageRank
counts each relation; betweenness takes several between the same two as one. Least of {repeat} runs, each in a process of its own (of one, where that takes
more than half a minute). The answers of all are compared: they agree, or there is no such page. `×` is how many times as much as throughline
takes: above 1 throughline is better."""


def digits(value):
    """Three, and no more of them than the clock gives."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}" if value >= 0.001 else f"{value:.1g}"


def seconds(value):
    return f"{digits(value)} s" if value >= 1 else f"{digits(value * 1000)} ms"


def megabytes(value):
    return f"{value / 1e6:,.0f} MB"


def cells(values, unit):
    """One cell for us and each peer; `values` has none of those that cannot."""
    ours = values.get(OURS)
    shown = [unit(ours) if ours is not None else "–"]
    for peer in PEERS:
        if peer not in values:
            shown.append("–")
        else:
            ratio = f" · **{digits(values[peer] / ours)}×**" if ours else ""
            shown.append(unit(values[peer]) + ratio)
    return shown


def markdown(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def with_single_threads(compared):
    """`betweenness-1` is ours alone; its row repeats the peers'."""
    peers = {(each.rows, each.task): each for each in compared}
    for each in compared:
        if each.task != "betweenness-1":
            yield each, each.runs
            continue
        others = peers[each.rows, "betweenness"].runs
        yield each, {**each.runs, **{name: run for name, run in others.items() if name in PEERS}}


def inside(compared, index):
    rows = []
    for each, runs in with_single_threads(compared):
        step = each.task.removesuffix("-1")
        values = {name: run.steps.get(step, run.steps.get(each.task, (None, None)))[index] for name, run in runs.items()}
        values = {name: value for name, value in values.items() if value is not None}
        ids = {name: run.steps["ids"][index] for name, run in runs.items() if "ids" in run.steps}
        if each.task == "load" and ids:
            rows.append([f"{each.rows:,}", "make ids of the names, before", *cells(ids, seconds), ""])
        if values:
            rows.append([f"{each.rows:,}", QUESTIONS[each.task], *cells(values, seconds), each.agreement if index == 0 else ""])
    header = ["rows", "step", OURS, *PEERS, "answers"]
    return markdown(header, rows) if index == 0 else markdown(header[:-1], [row[:-1] for row in rows])


def whole(compared, value_of, unit):
    rows = []
    for each in compared:
        if each.task == "betweenness-1":
            continue
        values = {name: value_of(run) for name, run in each.runs.items() if name in PEERS}
        if PROGRAM in each.runs:
            values[OURS] = value_of(each.runs[PROGRAM])
        rows.append([f"{each.rows:,}", WHOLE_QUESTIONS[each.task].removesuffix(", all cores"), *cells(values, unit)])
    return markdown(["rows", "process", OURS, *PEERS], rows)


# --- what was promised


def promises(compared):
    """Text, what was measured, whether it holds. What was not run is not listed."""
    runs = {(each.rows, each.task): each.runs for each in compared}
    load = runs.get((1_000_000, "load"), {})
    if OURS in load and any(peer in load for peer in PEERS):
        ratio = min(load[peer].steps["load"][0] for peer in PEERS if peer in load) / load[OURS].steps["load"][0]
        yield "1,000,000 rows load twice as fast as with the fastest of the others", f"{digits(ratio)}×", ratio >= 2
    if PROGRAM in load and "NetworkX" in load:
        part = load[PROGRAM].peak / load["NetworkX"].peak
        yield "they take at most a third of NetworkX's memory", f"{part:.0%}", part <= 1 / 3
    for task, text, least in (("pagerank", "PageRank no slower than igraph", 1),
                              ("betweenness", "betweenness on two cores 1.7 times as fast as igraph", 1.7)):
        both = runs.get((100_000, task), {})
        if OURS in both and "igraph" in both:
            ratio = both["igraph"].steps[task][0] / both[OURS].steps[task][0]
            yield text, f"{digits(ratio)}×", ratio >= least
    asked = runs.get((1_000_000, "links"), {})
    if PROGRAM in asked:
        wall = asked[PROGRAM].wall
        yield "a snapshot of 1,000,000 relations answers `links` in 200 ms, as a whole process", seconds(wall), wall < 0.2


def promised(compared):
    rows = [[text, measured, "holds" if holds else "does not hold"] for text, measured, holds in promises(compared)]
    return markdown(["promise", "measured", ""], rows)


# --- the machine


def first_match(path, pattern):
    try:
        found = re.search(pattern, pathlib.Path(path).read_text(encoding="utf8"), re.MULTILINE)
    except OSError:
        found = None
    return found.group(1).strip() if found else "unknown"


def machine(load):
    memory = first_match("/proc/meminfo", r"^MemTotal:\s*(\d+)")
    gigabytes = f"{int(memory) / 2**20:.0f} GiB" if memory.isdigit() else "memory unknown"
    system = first_match("/etc/os-release", r'^PRETTY_NAME="?([^"\n]*)')
    processor = first_match("/proc/cpuinfo", r"^model name\s*: *(.*)")
    return (f"{processor}, {os.cpu_count()} cores, {gigabytes}, {system}; "
            f"load average {load:.1f} when it began")


def page(compared, versions, load, repeat):
    return f"""\
# How it compares

{READING.format(repeat=repeat)}

Machine: {machine(load)}.
Versions: {", ".join(versions)}.

## Promised

{promised(compared)}

## Wall time inside the process

Without the start of interpreters. A measure is timed from the loaded graph to its scores by name, whatever that takes: simplifying included.

{inside(compared, 0)}

## CPU time inside the process

Of all threads.

{inside(compared, 1)}

## Wall time of the whole process

From the start of the program to its end: loading and asking. That of throughline is the command line, which also says by which chain
and source each is reached.

{whole(compared, lambda run: run.wall, seconds)}

## CPU time of the whole process

{whole(compared, lambda run: run.cpu, seconds)}

## Peak of memory

{whole(compared, lambda run: run.peak, megabytes)}
"""
