#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does the program count as others do?

    compare_measures.py PROGRAM                                       small random graphs, against brute force
    compare_measures.py PROGRAM EDGES.tsv MEASURES.tsv [SOURCE]       a graph that others have measured
    compare_measures.py PROGRAM bfs|wcc|pr INPUT OUTPUT               the same, as LDBC Graphalytics writes it

EDGES has the columns from, to, weight (how many relations), without a header. MEASURES has a row a node and, in its header, `node`
and the columns of `questions` below, as NetworkX and igraph give them; others are left alone. SOURCE is the node whose distances it holds.
INPUT has a line a node: it and its neighbours; OUTPUT a line a node: it and its distance, the least node of its component, or its PageRank. Graphalytics
stops PageRank after so many rounds, we do not: its rounds are counted, then carried on until nothing changes, and that is compared.
Prints a line a column: how many nodes were compared, how many differ, the greatest difference. Exit 1 if one differs.
"""
import collections, csv, itertools, json, pathlib, random, subprocess, sys

EXACT, RELATIVE, PAGERANK = 0, 1e-9, 1e-6
INFINITE = float("inf")

# column: (tolerance, arguments). Scores are read from `rank`, sizes of groups from `groups`, lengths of chains from `links`.
questions = {
    "degree": (EXACT, "rank --by degree"),
    "in_deg": (EXACT, "rank --by in-degree"),
    "out_deg": (EXACT, "rank --by out-degree"),
    "pr_nx": (PAGERANK, "rank --by pagerank"),
    "prw_nx": (PAGERANK, "rank --by pagerank --weight count"),
    "pr_undirected": (PAGERANK, "rank --by pagerank --undirected"),
    "betw_nx": (RELATIVE, "rank --by betweenness"),
    "betw_undirected_igraph": (RELATIVE, "rank --by betweenness --undirected"),
    "closeness": (RELATIVE, "rank --by closeness"),
    "coreness": (EXACT, "rank --by coreness"),
    "wcc_size": (EXACT, "groups --by components"),
    "scc_size": (EXACT, "groups --by strong"),
    "bfs_out_from_source": (EXACT, "links --to actor --hops 1000 --from"),
    "bfs_undirected_from_source": (EXACT, "links --to actor --hops 1000 --any-direction --from"),
}


def graph_rows(nodes, edges):
    """The graph as JSON Lines; an edge of weight 3 is three relations."""
    ids = {node: f"n{i}" for i, node in enumerate(nodes)}
    for node in nodes:
        yield {"record": "node", "kind": "actor", "id": ids[node], "name": node}
    for source, target, weight in edges:
        for _ in range(weight):
            yield {"record": "relation", "from": ids[source], "type": "reports_to", "to": ids[target]}


class Program:
    def __init__(self, path, nodes, edges):
        self.names = {f"n{i}": node for i, node in enumerate(nodes)}
        self.ids = {node: id for id, node in self.names.items()}
        self.rows = "".join(json.dumps(row) + "\n" for row in graph_rows(nodes, edges))
        self.path = path

    def answers(self, arguments):
        command = [self.path, "-g", "-", *arguments, "--format", "jsonl"]
        run = subprocess.run(command, input=self.rows, capture_output=True, text=True, encoding="utf8", check=True)
        return [json.loads(line) for line in run.stdout.splitlines()]

    def column(self, arguments, source):
        verb, *rest = arguments.split()
        if verb == "links":
            found = {self.names[row["to"]["id"]]: row["length"] for row in self.answers([verb, *rest, self.ids[source]])}
            return {node: 0 if node == source else found.get(node, INFINITE) for node in self.ids}
        rows = self.answers([verb, *rest])
        if verb == "rank":
            return {self.names[row["id"]]: row["score"] for row in rows}
        sizes = collections.Counter(row["group"] for row in rows)
        return {self.names[row["id"]]: sizes[row["group"]] for row in rows}


# --- brute force: definitions written down, for graphs of a few nodes


def distances(arcs, nodes):
    """From each node to each; a walk of so many steps exists if one of a step less does."""
    table = {(a, b): 0 if a == b else INFINITE for a in nodes for b in nodes}
    for _ in nodes:
        for a, b in arcs:
            for start in nodes:
                table[start, b] = min(table[start, b], table[start, a] + 1)
    return table


def shortest_chains(arcs, table, start, end):
    """All of them, each as a list of nodes, by trying every arc."""
    if start == end:
        return [[end]]
    nexts = [b for a, b in arcs if a == start and a != b and table[b, end] + 1 == table[start, end]]
    return [[start] + chain for b in nexts for chain in shortest_chains(arcs, table, b, end)]


def betweenness(arcs, nodes, pairs):
    table = distances(arcs, nodes)
    scores = dict.fromkeys(nodes, 0.0)
    for start, end in pairs:
        chains = shortest_chains(arcs, table, start, end) if table[start, end] < INFINITE else []
        for node in (node for chain in chains for node in chain[1:-1]):
            scores[node] += 1 / len(chains)
    return scores


def pagerank_rounds(weights, nodes):
    """The scores after each round, from that where all are equal."""
    scores = dict.fromkeys(nodes, 1 / len(nodes))
    leaving = {a: sum(weights.get((a, b), 0) for b in nodes) for a in nodes}
    for _ in range(400):
        yield scores
        stranded = sum(scores[a] for a in nodes if not leaving[a])
        scores = {b: (0.15 + 0.85 * stranded) / len(nodes)
                  + 0.85 * sum(scores[a] * weights.get((a, b), 0) / leaving[a] for a in nodes if leaving[a])
                  for b in nodes}


def pagerank(weights, nodes):
    return list(pagerank_rounds(weights, nodes))[-1]


def closeness(arcs, nodes):
    table = distances(arcs, nodes)
    scores = {}
    for node in nodes:
        near = [table[a, node] for a in nodes if a != node and table[a, node] < INFINITE]
        scores[node] = len(near) / sum(near) * len(near) / (len(nodes) - 1) if near else 0
    return scores


def coreness(both, nodes):
    scores = dict.fromkeys(nodes, 0)
    for size in range(1, len(nodes) + 1):
        for part in itertools.combinations(nodes, size):
            least = min(sum((a, b) in both and a != b for b in part) for a in part)
            for node in part:
                scores[node] = max(scores[node], least)
    return scores


def brute_force(nodes, edges, source):
    weights = collections.Counter()
    for a, b, weight in edges:
        weights[a, b] += weight
    arcs = set(weights)
    both = arcs | {(b, a) for a, b in arcs}
    along, across = distances(arcs, nodes), distances(both, nodes)
    return {
        "degree": {a: sum((a, b) in arcs for b in nodes) + sum((b, a) in arcs for b in nodes) for a in nodes},
        "in_deg": {b: sum((a, b) in arcs for a in nodes) for b in nodes},
        "out_deg": {a: sum((a, b) in arcs for b in nodes) for a in nodes},
        "pr_nx": pagerank(dict.fromkeys(arcs, 1), nodes),
        "prw_nx": pagerank(weights, nodes),
        "pr_undirected": pagerank(dict.fromkeys(both, 1), nodes),
        "betw_nx": betweenness(arcs, nodes, itertools.permutations(nodes, 2)),
        "betw_undirected_igraph": betweenness(both, nodes, itertools.combinations(nodes, 2)),
        "closeness": closeness(arcs, nodes),
        "coreness": coreness(both, nodes),
        "wcc_size": {a: sum(across[a, b] < INFINITE for b in nodes) for a in nodes},
        "scc_size": {a: sum(along[a, b] < INFINITE and along[b, a] < INFINITE for b in nodes) for a in nodes},
        "bfs_out_from_source": {b: along[source, b] for b in nodes},
        "bfs_undirected_from_source": {b: across[source, b] for b in nodes},
    }


# --- comparing


def difference(ours, theirs):
    if ours == theirs:
        return 0
    return abs(ours - theirs) / max(1, abs(theirs))


class Tally:
    def __init__(self):
        self.compared, self.wrong, self.greatest = collections.Counter(), collections.Counter(), collections.Counter()

    def compare(self, program, expected, source):
        for column, (tolerance, arguments) in questions.items():
            if column not in expected or ("source" in column and source is None):
                continue
            ours = program.column(arguments, source)
            for node, value in expected[column].items():
                off = difference(ours[node], value)
                self.compared[column] += 1
                self.wrong[column] += off > tolerance
                self.greatest[column] = max(self.greatest[column], off)

    def report(self):
        for column in self.compared:
            print(f"{column:28} {self.compared[column]:7} compared {self.wrong[column]:5} differ"
                  f"   greatest difference {self.greatest[column]:.2g}")
        return 1 if sum(self.wrong.values()) or not self.compared else 0


def compare_file(path, edges_path, measures_path, source, tally):
    lines = [line.split("\t") for line in pathlib.Path(edges_path).read_text(encoding="utf8").splitlines()]
    with open(measures_path, encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = {key: {row["node"]: float(row[key]) for row in rows} for key in rows[0] if key in questions}
    edges = [(a, b, int(weight)) for a, b, weight in lines]
    tally.compare(Program(path, [row["node"] for row in rows], edges), columns, source)


def components_of(labels):
    sizes = collections.Counter(labels.values())
    return {node: sizes[label] for node, label in labels.items()}


def carried_on(scores, edges):
    rounds = list(pagerank_rounds({(a, b): 1 for a, b, _ in edges}, list(scores)))
    done = [i for i, each in enumerate(rounds) if all(difference(each[node], scores[node]) < 1e-9 for node in scores)]
    if not done:
        sys.exit("these are the scores of no round")
    print(f"{len(scores)} scores of round {done[0]}, carried on")
    return rounds[-1]


def compare_graphalytics(path, measure, input_path, output_path, tally):
    lines = [line.split() for line in pathlib.Path(input_path).read_text(encoding="utf8").splitlines() if line.strip()]
    edges = [(node, neighbour, 1) for node, *neighbours in lines for neighbour in neighbours]
    values = dict(line.split() for line in pathlib.Path(output_path).read_text(encoding="utf8").splitlines())
    numbers = {node: float(value) for node, value in values.items()}
    unreached = 2**63 - 1
    columns = {
        "bfs": lambda: ("bfs_out_from_source", {node: INFINITE if n >= unreached else n for node, n in numbers.items()}),
        "wcc": lambda: ("wcc_size", components_of(numbers)),
        "pr": lambda: ("pr_nx", carried_on(numbers, edges)),
    }
    source = next((node for node, n in numbers.items() if n == 0), None)
    tally.compare(Program(path, list(numbers), edges), dict([columns[measure]()]), source)


def compare_generated(path, tally):
    chance = random.Random(1736)
    for _ in range(12):
        nodes = [f"Node {i}" for i in range(chance.randint(1, 8))]
        edges = [(chance.choice(nodes), chance.choice(nodes), chance.randint(1, 3)) for _ in range(chance.randint(0, 16))]
        tally.compare(Program(path, nodes, edges), brute_force(nodes, edges, nodes[0]), nodes[0])


def main(path, *rest):
    tally = Tally()
    if rest and rest[0] in ("bfs", "wcc", "pr"):
        compare_graphalytics(path, *rest, tally)
    elif rest:
        compare_file(path, rest[0], rest[1], rest[2] if len(rest) > 2 else None, tally)
    else:
        compare_generated(path, tally)
    return tally.report()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4, 5):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
