// SPDX-License-Identifier: Apache-2.0
#include "query/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/evidence.hpp"
#include "query/together.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

class Explanation {
 public:
  Explanation(const Model& model, const Chain& chain, const Standings& standings)
      : model_(model), chain_(chain), standings_(standings) {}

  std::string walked(ChainFound found) const {
    std::vector<std::string> senses;
    for (const Step& step : chain_.steps) senses.push_back(sense_of(step, found.leads_only));
    return fmt::format("{}{}: {}", count_of(chain_.steps.size(), "step"), shortest_words(found), join(senses, ", "));
  }

  std::string_view shortest_words(ChainFound found) const {
    if (!found.is_shortest) return "";
    return standings_.is_asked() ? ", none shorter stands as well" : ", none shorter";
  }

  std::string certainty() const {
    std::vector<std::string> caveats;
    for (std::size_t i = 0; i < chain_.steps.size(); ++i)
      if (standings_.certainty_of(chain_.steps[i].relation) != Verdict::certain)
        caveats.push_back(fmt::format("{} is {}", step_name(i), caveat_of(model_, model_[chain_.steps[i].relation])));
    const std::string_view each = chain_.steps.size() > 1 ? "each step is" : "it is";
    return caveats.empty() ? fmt::format("certain: {} stated plainly", each)
                           : fmt::format("possible: {}", join(caveats, "; "));
  }

  // Which date decided how the chain stands to the question.
  std::string standing() const {
    const TimeStanding standing = standings_.of(chain_);
    return fmt::format("{}: {}: {}", words(standings_.standpoint()), held_word(standing), reason(standing.held));
  }

  std::string at_one_time() const {
    const Together together = held_together(model_, chain_, standings_.counts());
    std::vector<std::string> dates;
    for (std::size_t i = 0; i < chain_.steps.size(); ++i)
      dates.push_back(fmt::format("{} {}", step_name(i), date_words(chain_.steps[i])));
    return fmt::format("at one time: {}: {}", together_words(together), join(dates, ", "));
  }

 private:
  std::string step_name(std::size_t number) const {
    return chain_.steps.size() > 1 ? fmt::format("step {}", number + 1) : "it";
  }

  std::string sense_of(const Step& step, bool leads_only) const {
    const RelationType& type = model_.type_of(model_[step.relation]);
    const bool is_forward = step.direction == Direction::forward;
    if (type.symmetric) return fmt::format("`{}` goes both ways", type.name);
    if (!leads_only) return fmt::format("`{}` walked {}", type.name, is_forward ? "forwards" : "backwards");
    if (type.leads == Leads::last) return fmt::format("`{}` leads there and no further", type.name);
    return fmt::format("`{}` leads {}", type.name, is_forward ? "on" : "on from its end to its start");
  }

  std::string date_words(const Step& step) const {
    const std::string cell = date_cell(model_, model_[step.relation], standings_);
    const DateIndex when = model_[step.relation].when;
    if (when == none<DateIndex>) return cell == "undated" ? "has no date" : fmt::format("is dated by its {}", cell);
    const std::string read = words(model_[when].value);
    return fmt::format("is dated `{}`{}{}", cell, read == cell ? "" : ", " + read,
                       is_some_day(model_[when]) ? ", some day of it" : "");
  }

  // Not told which: `2019`, and not `2019/2020`.
  static bool is_some_day(const WrittenDate& date) {
    return std::holds_alternative<Date>(date.value.value) && date.extent.precision > Precision::day;
  }

  // The first of the weakest steps; the days that they share, where these decide.
  std::string reason(Held held) const {
    const auto weakest = std::find_if(chain_.steps.begin(), chain_.steps.end(),
                                      [&](const Step& step) { return standings_.of(step.relation).held == held; });
    if (weakest == chain_.steps.end())
      return held == Held::never ? "its steps share no day of those asked about"
                                 : "its steps may share no day of those asked about";
    const auto number = static_cast<std::size_t>(weakest - chain_.steps.begin());
    const std::string decided = held == Held::certainly && chain_.steps.size() > 1
                                    ? fmt::format("each step does; {}", step_name(number))
                                    : step_name(number);
    const bool is_plain = standings_.certainty_of(weakest->relation) == Verdict::certain;
    return fmt::format("{} {}{}{}", decided, date_words(*weakest),
                       is_plain ? "" : "; it is " + caveat_of(model_, model_[weakest->relation]),
                       known_words_of(*weakest));
  }

  std::string known_words_of(const Step& step) const {
    if (!standings_.standpoint().known_by) return {};
    std::vector<std::string> sources;
    for (const Citation& citation : model_.citations_of(model_[step.relation].citations)) {
      const Source& source = model_[citation.source];
      const bool is_dated = source.published != none<DateIndex>;
      sources.push_back(fmt::format("{} was published {}", model_.text(source.title),
                                    is_dated ? model_.date_text(source.published) : "on no day that is told"));
    }
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources.empty() ? "; it has no source" : fmt::format("; {}", join(sources, ", "));
  }

  const Model& model_;
  const Chain& chain_;
  const Standings& standings_;
};

}  // namespace

std::vector<std::string> explain(const Model& model, const Chain& chain, const Standings& standings, ChainFound found) {
  const Explanation explanation(model, chain, standings);
  std::vector<std::string> lines = {explanation.walked(found), explanation.certainty()};
  if (standings.standpoint().has_clock()) lines.push_back(explanation.standing());
  if (chain.steps.size() > 1) lines.push_back(explanation.at_one_time());
  return lines;
}

}  // namespace throughline
