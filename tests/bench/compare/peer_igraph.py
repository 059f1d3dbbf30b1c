#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""igraph in the benchmark of all: see driver.py."""
import csv, sys

import igraph

import driver


def version():
    return f"igraph {igraph.__version__} (Python {sys.version.split()[0]})"


def load(path):
    with open(path, encoding="utf8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        arcs = ((source, target, relation, date) for source, relation, target, date in rows)
        return igraph.Graph.TupleList(arcs, directed=True, edge_attrs=["relation", "date"])


def size(graph):
    return graph.vcount(), graph.ecount()


def pagerank(graph):
    # Its default, PRPACK, gives the same and takes longer on both tables.
    return dict(zip(graph.vs["name"], graph.pagerank(damping=0.85, implementation="arpack")))


def betweenness(graph):
    # Several relations between two nodes are one here; igraph would count as many chains.
    pairs = graph.copy().simplify(multiple=True, loops=False)
    return dict(zip(pairs.vs["name"], pairs.betweenness()))


def hops(graph, start):
    node = graph.vs.find(start).index
    return graph.vs[graph.neighborhood(node, order=3, mode="out", mindist=1)]["name"]


def store(graph, path):
    graph.write_pickle(path)


def open_snapshot(path):
    return igraph.Graph.Read_Pickle(path)


if __name__ == "__main__":
    driver.run(sys.modules[__name__])
