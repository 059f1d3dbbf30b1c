// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_view.hpp"

#include <gtest/gtest.h>

#include "support/sample_diagram.hpp"

namespace throughline {
namespace {

TEST(DiagramView, DescribesItselfLineByLine) {
  DiagramView view = sample_diagram();
  view.groups = {{"gov", "Government"}};
  view.nodes[0].group = "gov";
  EXPECT_EQ(describe(view),
            "diagram One plan, two hosts\n"
            "subtitle Actors, events and initiatives · as of 3 December 2025\n"
            "group gov: Government\n"
            "node min [actor] \"Ministry of Bridges\" 다리부 · ministry in gov\n"
            "node cha [actor] \"River Charity\"\n"
            "node for [event] \"Bridge forum\" 3 December 2025\n"
            "node pla [initiative] \"Ten bridges\" planned (planned)\n"
            "edge min--hosts--for min -> for \"hosts\" 3 Dec 2025\n"
            "edge for--announces--pla for -> pla \"announces\"\n"
            "edge cha--doubts--pla cha -> pla \"doubts\" (uncertain)\n"
            "note A note.\n"
            "sources Sources: an invented report\n");
}

}  // namespace
}  // namespace throughline
