#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""throughline beside NetworkX, igraph and Kùzu: the same table, the same questions, one run.

    compare.py --build BUILD --data FOLDER [--kuzu NODE_MODULES] [--rows N…] [--repeat N] [--only NAME…] [-o RESULTS.md]

Every task runs in a process of its own. Its steps are timed inside it, by the process itself; the whole process, and its peak of
memory, by what the system says of it when it has ended. Of several runs the least counts. All answers are compared: the run fails
if two differ. BUILD holds `throughline` and `tests/bench/compare_ours`.
"""
import argparse, collections, csv, json, os, pathlib, subprocess, sys, time

import generate, results

HERE = pathlib.Path(__file__).resolve().parent
ENOUGH_SECONDS = 30  # what takes longer is not run again
BETWEENNESS_ROWS = 100_000

Run = collections.namedtuple("Run", "steps wall cpu peak")  # steps: name → (wall, cpu); seconds, bytes
Task = collections.namedtuple("Task", "name rows")


def said_by(*command, environment=None):
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


class Contestant:
    """A driver: see driver.py for what it is given and what it prints."""

    def __init__(self, name, command, tasks, version=None, environment=()):
        self.name, self.command, self.tasks = name, command, tasks
        self.environment = {**os.environ, **dict(environment)}
        self.version = version or said_by(*command, "version", environment=self.environment)

    def arguments(self, task, table, answer, start):
        return [*self.command, task, str(table), str(answer), start], None

    def read(self, task, answer):
        with open(answer, encoding="utf8") as file:
            rows = (line.rstrip("\n").split("\t") for line in file)
            return {name: float(value) for name, value in rows}


class Program(Contestant):
    """throughline as people call it. What it prints is the answer."""

    def arguments(self, task, table, answer, start):
        rank = ["rank", "--format", "csv", "--by"]
        links = ["links", "--from", start, "--to", "node", "--format", "csv"]
        hops = [*links, "--hops", "3"]
        verb = {
            "load": ["stats", "--format", "json"],
            "pagerank": [*rank, "pagerank", "--weight", "count"],
            "betweenness": [*rank, "betweenness"],
            "hops": hops,
            "open": hops,
            "links": [*links, "--hops", "1"],
        }
        if task == "store":
            return [*self.command, "convert", str(table), "-o", str(answer)], None
        return [*self.command, "-g", str(table), *verb[task]], answer

    def read(self, task, answer):
        with open(answer, encoding="utf8", newline="") as file:
            if task == "load":
                return {row["section"]: float(row["value"]) for row in json.load(file)
                        if row["section"] in ("nodes", "relations") and row["key"] == "all"}
            rows = list(csv.DictReader(file))
        if task in ("hops", "open", "links"):
            return {row["to"]: 1.0 for row in rows}
        return {row["name"]: float(row["score"]) for row in rows}


# --- running


def run_once(contestant, task, table, answer, start):
    arguments, output = contestant.arguments(task, table, answer, start)
    began = time.perf_counter()
    with open(output or os.devnull, "wb") as file:
        process = subprocess.Popen(arguments, env=contestant.environment, stderr=subprocess.PIPE,
                                   stdout=file if output else subprocess.PIPE)
        printed = process.stderr.read() if output else process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if status:
        why = printed if output else process.stderr.read()
        sys.exit(f"compare: {contestant.name}, {task}: status {status}\n{why.decode(errors='replace')}")
    steps = [] if output else [json.loads(line) for line in printed.splitlines() if line.startswith(b"{")]
    return Run({step["step"]: (step["wall"], step["cpu"]) for step in steps}, wall, usage.ru_utime + usage.ru_stime,
               usage.ru_maxrss * 1024)


def least(runs):
    steps = {step: tuple(min(run.steps[step][i] for run in runs) for i in (0, 1)) for step in runs[0].steps}
    return Run(steps, *(min(run[i] for run in runs) for i in (1, 2, 3)))


def measure(contestant, task, table, answer, start, repeat):
    runs = []
    while len(runs) < repeat and (not runs or runs[0].wall < ENOUGH_SECONDS):
        runs.append(run_once(contestant, task, table, answer, start))
    best = least(runs)
    steps = ", ".join(f"{step} {wall:.3f} s" for step, (wall, _) in best.steps.items())
    print(f"  {contestant.name:18} {task:14} whole {best.wall:8.3f} s  {best.peak / 1e6:7.0f} MB   {steps}", flush=True)
    return best


# --- comparing answers


def scaled(answer):
    total = sum(answer.values())
    return {name: value / total for name, value in answer.items()}


def greatest(a, b, difference):
    if a.keys() != b.keys():
        return float("inf")
    return max(difference(a[name], b[name]) for name in a)


def disagreement(task, a, b):
    """How far apart two answers are, and how far they may be. Kùzu's PageRank loses what arrives at a node that no relation
    leaves, and so does not sum to 1: PageRanks are compared after division by their sum."""
    if task == "pagerank":
        return greatest(scaled(a), scaled(b), lambda x, y: abs(x - y)), 1e-6
    if task.startswith("betweenness"):
        return greatest(a, b, lambda x, y: abs(x - y) / max(1, abs(x), abs(y))), 1e-9
    return greatest(a, b, lambda x, y: abs(x - y)), 0


def agree(task, answers):
    """The words for the table. Ends the program when two answers differ."""
    if len(answers) < 2:
        return ""
    (first, reference), *others = answers.items()
    furthest = 0
    for name, answer in others:
        apart, allowed = disagreement(task, reference, answer)
        if apart > allowed:
            sys.exit(f"compare: {task}: {first} and {name} differ by {apart}: {len(reference)} and {len(answer)} values")
        furthest = max(furthest, apart)
    if task == "load":
        return f"all: {reference['nodes']:,.0f} nodes, {reference['relations']:,.0f} relations"
    if task in ("hops", "open"):
        return f"all: the same {len(reference):,} nodes"
    return f"all: {len(reference):,} values, at most {furthest:.0e} apart"


# --- what is compared


def ours(build, every):
    program = build / "throughline"
    version = said_by(program, "--version")
    yield Contestant(results.OURS, [build / "tests/bench/compare_ours"], every - {"store"} | {"betweenness-1"}, version)
    yield Program(results.PROGRAM, [program], every | {"links"}, version)


def contestants(options):
    every = {"load", "pagerank", "betweenness", "hops", "store", "open"}
    python = [sys.executable]
    yield from ours(pathlib.Path(options.build).resolve(), every)
    yield Contestant("NetworkX", [*python, HERE / "peer_networkx.py"], every)
    yield Contestant("igraph", [*python, HERE / "peer_igraph.py"], every)
    if options.kuzu:
        modules = {"NODE_PATH": str(pathlib.Path(options.kuzu).resolve())}
        yield Contestant("Kùzu", ["node", HERE / "peer_kuzu.js"], every - {"betweenness"}, environment=modules)


def tasks(rows):
    names = ["load", "pagerank", "betweenness", "betweenness-1", "hops", "store", "open", "links"]
    return [Task(name, rows) for name in names if rows <= BETWEENNESS_ROWS or not name.startswith("betweenness")]


def table_of(folder, rows):
    path = folder / f"relations-{rows}.csv"
    if not path.exists():
        print(f"generating {rows:,} rows", flush=True)
        unfinished = folder / "unfinished"
        generate.write(rows, unfinished)
        unfinished.rename(path)
    return path


def compare(task, names, folder, repeat):
    start = generate.actor_in_the_middle(task.rows)
    runs, answers = {}, {}
    for each in names:
        if task.name not in each.tasks:
            continue
        stem = "".join(filter(str.isalnum, each.name.removesuffix(" (program)")))
        stored = folder / f"{stem}-{task.rows}.tlx"
        answer = stored if task.name == "store" else folder / "answer.txt"
        source = stored if task.name in ("open", "links") else table_of(folder, task.rows)
        runs[each.name] = measure(each, task.name, source, answer, start, repeat)
        if task.name != "store":
            answers[each.name] = each.read(task.name, answer)
    return results.Compared(task.name, task.rows, runs, agree(task.name, answers))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", required=True)
    options.add_argument("--data", required=True, type=pathlib.Path)
    options.add_argument("--kuzu")
    options.add_argument("--rows", nargs="+", type=int, default=[100_000, 1_000_000])
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--only", nargs="+", help="these contestants")
    options.add_argument("-o", dest="output", type=pathlib.Path)
    options = options.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    chosen = [each for each in contestants(options) if not options.only or each.name in options.only]
    compared = []
    for task in [task for rows in options.rows for task in tasks(rows)]:
        print(f"{task.name}, {task.rows:,} rows", flush=True)
        compared.append(compare(task, chosen, options.data, options.repeat))
    text = results.page(compared, [each.version for each in chosen if not isinstance(each, Program)], load, options.repeat)
    print("\n" + text)
    if options.output:
        options.output.write_text(text, encoding="utf8")
        print(f"written to {options.output}")


if __name__ == "__main__":
    main()
