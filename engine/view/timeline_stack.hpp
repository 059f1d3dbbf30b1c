// SPDX-License-Identifier: Apache-2.0
// Labels one below the other, each as near to where it belongs as the others let it: the sum of the squares of what
// they are moved is the least there is. Their order stays, so that lines to them never cross.
#pragma once

#include <vector>

namespace throughline {

struct Stacked {
  double wanted = 0;  // where its top belongs
  double height = 0;
};

// The tops. Within `from` and `to` as long as all fit there; else from `from` on.
std::vector<double> stack(const std::vector<Stacked>& labels, double gap, double from, double to);

}  // namespace throughline
