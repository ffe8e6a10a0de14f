// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/row_filter.h"

#include <array>
#include <charconv>
#include <limits>
#include <optional>

#include "gis/hanzi/folded_text.h"

namespace gis {
namespace {

using Test = RowCondition::Test;

struct Sign {
  std::string_view text;
  Test test;
};
// Longer ones first: "<=" is not "<".
constexpr std::array kSigns = {
    Sign{"!=", Test::kNotEqual},       Sign{"<>", Test::kNotEqual}, Sign{"<=", Test::kLessOrEqual},
    Sign{">=", Test::kGreaterOrEqual}, Sign{"≠", Test::kNotEqual},  Sign{"≤", Test::kLessOrEqual},
    Sign{"≥", Test::kGreaterOrEqual},  Sign{"=", Test::kEqual},     Sign{"<", Test::kLess},
    Sign{">", Test::kGreater},         Sign{"~", Test::kContains},
};

struct Token {
  enum class Kind { kText, kSign, kOr, kMinus };
  Kind kind = Kind::kText;
  std::string text;
  Test test = Test::kWord;
  bool quoted = false;
  bool space_before = false;
};

const Sign* signAt(std::string_view text) {
  for (const Sign& sign : kSigns)
    if (text.starts_with(sign.text)) return &sign;
  return nullptr;
}

Result<std::vector<Token>> tokensOf(std::string_view text) {
  constexpr std::string_view kOr = "或";
  std::vector<Token> tokens;
  bool space = true;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      space = true;
      ++i;
      continue;
    }
    Token token;
    token.space_before = space;
    if (c == '"') {
      const std::size_t end = text.find('"', i + 1);
      if (end == std::string_view::npos)
        return fail(ErrorCode::kInvalidArgument, std::string(text.substr(i)), "the closing quote is missing");
      token.text = text.substr(i + 1, end - i - 1);
      token.quoted = true;
      i = end + 1;
    } else if (c == '|') {
      token.kind = Token::Kind::kOr;
      ++i;
    } else if (const Sign* sign = signAt(text.substr(i))) {
      token.kind = Token::Kind::kSign;
      token.text = sign->text;
      token.test = sign->test;
      i += sign->text.size();
    } else if (c == '-' && space && i + 1 < text.size() && text[i + 1] != ' ') {
      token.kind = Token::Kind::kMinus;
      ++i;
    } else {
      std::size_t end = i;
      while (end < text.size() && !std::string_view(" \t\r\n\"|").contains(text[end]) && !signAt(text.substr(end)))
        ++end;
      token.text = text.substr(i, end - i);
      if (token.text == kOr) token.kind = Token::Kind::kOr;
      i = end;
    }
    // "-3" behind a sign is a number, not a word that must be absent.
    if (token.kind == Token::Kind::kText && tokens.size() >= 2 && tokens.back().kind == Token::Kind::kMinus &&
        tokens[tokens.size() - 2].kind == Token::Kind::kSign) {
      tokens.pop_back();
      token.text.insert(0, "-");
      token.space_before = true;
    }
    space = false;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

double numberOf(std::string_view text) {
  double number_ratio = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number_ratio);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty();
  return whole ? number_ratio : std::numeric_limits<double>::quiet_NaN();
}

struct NamedColumn {
  std::size_t column = 0;
  double scale_ratio = 1;
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, const TableSchema& schema, const std::vector<ColumnNaming>& naming)
      : m_tokens(std::move(tokens)), m_schema(schema), m_naming(naming) {}

  Result<RowFilter> parse() {
    RowFilter filter;
    std::vector<RowCondition> group;
    while (m_at < m_tokens.size()) {
      if (m_tokens[m_at].kind == Token::Kind::kOr) {
        ++m_at;
        if (!group.empty()) filter.any_of.push_back(std::move(group));
        group.clear();
        continue;
      }
      auto condition = next();
      if (!condition) return std::unexpected(condition.error());
      group.push_back(std::move(*condition));
    }
    if (!group.empty()) filter.any_of.push_back(std::move(group));
    return filter;
  }

 private:
  const Token* peek(std::size_t ahead = 0) const {
    return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
  }

  Result<RowCondition> next() {
    RowCondition condition;
    if (m_tokens[m_at].kind == Token::Kind::kMinus) {
      condition.negated = true;
      ++m_at;
    }
    const Token* word = peek();
    if (!word || word->kind == Token::Kind::kOr) return fail(ErrorCode::kInvalidArgument, "-", "a word is missing");
    if (word->kind == Token::Kind::kSign)
      return fail(ErrorCode::kInvalidArgument, word->text, "a column name is missing before it");
    if (word->kind == Token::Kind::kMinus) return fail(ErrorCode::kInvalidArgument, "--", "a word is missing");
    const Token* sign = peek(1);
    if (sign && sign->kind == Token::Kind::kSign) return comparison(std::move(condition));
    condition.text = foldedText(word->text);
    ++m_at;
    if (condition.text.empty()) return fail(ErrorCode::kInvalidArgument, "\"\"", "a word is missing");
    return condition;
  }

  std::optional<NamedColumn> columnNamed(const std::string& name) const {
    if (const auto column = m_schema.find(name)) return NamedColumn{*column, 1};
    const std::string folded = foldedText(name);
    for (const ColumnNaming& naming : m_naming)
      for (const std::string& label : naming.labels)
        if (foldedText(label) == folded)
          if (const auto column = m_schema.find(naming.column)) return NamedColumn{*column, naming.scale_ratio};
    for (std::size_t i = 0; i < m_schema.columns.size(); ++i)
      if (foldedText(m_schema.columns[i].name) == folded) return NamedColumn{i, 1};
    return std::nullopt;
  }

  Result<RowCondition> comparison(RowCondition condition) {
    const std::string name = m_tokens[m_at].text;
    const std::string sign = m_tokens[m_at + 1].text;
    condition.test = m_tokens[m_at + 1].test;
    m_at += 2;
    const auto column = columnNamed(name);
    if (!column) return fail(ErrorCode::kUnknownName, name, "no such column");
    condition.column = column->column;
    const Token* value = peek();
    // A negative number, or nothing: "x= y" asks for an empty x and the word y only with a space.
    if (!value || value->kind != Token::Kind::kText) {
      if (condition.test == Test::kEqual)
        condition.test = Test::kEmpty;
      else if (condition.test == Test::kNotEqual)
        condition.test = Test::kNotEmpty;
      else
        return fail(ErrorCode::kInvalidArgument, name + sign, "a value is missing behind it");
      return condition;
    }
    ++m_at;
    condition.text = foldedText(value->text);
    if (condition.text.empty() && (condition.test == Test::kEqual || condition.test == Test::kNotEqual)) {
      condition.test = condition.test == Test::kEqual ? Test::kEmpty : Test::kNotEmpty;
      return condition;
    }
    if (const std::size_t dots = condition.text.find("..");
        condition.test == Test::kEqual && !value->quoted && dots != std::string::npos) {
      condition.test = Test::kBetween;
      condition.upper_text = condition.text.substr(dots + 2);
      condition.text.resize(dots);
      if (condition.text.empty() || condition.upper_text.empty())
        return fail(ErrorCode::kInvalidArgument, value->text, "a range needs two ends, like 10..20");
    }
    condition.numbers.push_back(numberOf(condition.text) / column->scale_ratio);
    if (condition.test == Test::kBetween)
      condition.numbers.push_back(numberOf(condition.upper_text) / column->scale_ratio);
    const SchemaColumn& schema = m_schema.columns[condition.column];
    const bool orders =
        condition.test != Test::kEqual && condition.test != Test::kNotEqual && condition.test != Test::kContains;
    if (orders && schema.code_table.empty() && (schema.kind == CellKind::kInteger || schema.kind == CellKind::kReal))
      for (const double number_ratio : condition.numbers)
        if (number_ratio != number_ratio) return fail(ErrorCode::kInvalidArgument, value->text, "a number is expected");
    return condition;
  }

  std::vector<Token> m_tokens;
  const TableSchema& m_schema;
  const std::vector<ColumnNaming>& m_naming;
  std::size_t m_at = 0;
};

// The signs in their ordinary form; letters keep their case for messages.
std::string withPlainSigns(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTwins = {{{"＝", "="},
                                                                                     {"＜", "<"},
                                                                                     {"＞", ">"},
                                                                                     {"！", "!"},
                                                                                     {"～", "~"},
                                                                                     {"｜", "|"},
                                                                                     {"“", "\""},
                                                                                     {"”", "\""},
                                                                                     {"　", " "},
                                                                                     {"－", "-"},
                                                                                     {"＂", "\""}}};
  std::string plain;
  while (!text.empty()) {
    bool found = false;
    for (const auto& [wide, narrow] : kTwins)
      if (text.starts_with(wide)) {
        plain += narrow;
        text.remove_prefix(wide.size());
        found = true;
        break;
      }
    if (found) continue;
    plain += text.front();
    text.remove_prefix(1);
  }
  return plain;
}

}  // namespace

Result<RowFilter> parseRowFilter(std::string_view text, const TableSchema& schema,
                                 const std::vector<ColumnNaming>& naming) {
  auto tokens = tokensOf(withPlainSigns(text));
  if (!tokens) return std::unexpected(tokens.error());
  return Parser(std::move(*tokens), schema, naming).parse();
}

RowFilter bothHold(const RowFilter& one, const RowFilter& other) {
  if (one.empty()) return other;
  if (other.empty()) return one;
  RowFilter both;
  for (const auto& left : one.any_of)
    for (const auto& right : other.any_of) {
      both.any_of.push_back(left);
      both.any_of.back().insert(both.any_of.back().end(), right.begin(), right.end());
    }
  return both;
}

}  // namespace gis
