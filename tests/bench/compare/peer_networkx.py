#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""NetworkX in the benchmark of all: see driver.py."""
import csv, pickle, sys

import networkx as nx
import scipy

import driver


def version():
    return f"NetworkX {nx.__version__} (SciPy {scipy.__version__}, Python {sys.version.split()[0]})"


def load(path):
    graph = nx.MultiDiGraph()
    with open(path, encoding="utf8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for source, relation, target, date in rows:
            graph.add_edge(source, target, relation=relation, date=date)
    return graph


def size(graph):
    return graph.number_of_nodes(), graph.number_of_edges()


def pagerank(graph):
    # Its tolerance is for the sum of all, its default too wide to compare six digits.
    return nx.pagerank(graph, alpha=0.85, max_iter=500, tol=1e-10 / len(graph))


def betweenness(graph):
    return nx.betweenness_centrality(graph, normalized=False)


def hops(graph, start):
    return [node for node, steps in nx.single_source_shortest_path_length(graph, start, cutoff=3).items() if steps]


def store(graph, path):
    with open(path, "wb") as file:
        pickle.dump(graph, file, pickle.HIGHEST_PROTOCOL)


def open_snapshot(path):
    with open(path, "rb") as file:
        return pickle.load(file)


if __name__ == "__main__":
    driver.run(sys.modules[__name__])
