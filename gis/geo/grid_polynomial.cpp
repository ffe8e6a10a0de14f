// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/grid_polynomial.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace gis {

namespace {

constexpr int kMaxDegree = 14;
constexpr int kMaxTerms = kMaxDegree + 1;
constexpr std::size_t kBlock = 128;
using Square = std::array<std::array<double, kMaxTerms>, kMaxTerms>;

// Chebyshev coefficients of the tensor interpolant through the (n+1)^2 Chebyshev nodes (discrete cosine sums).
Square chebyshevCoefficients(const Square& values, int n) {
  const int m = n + 1;
  Square basis{};  // T_k(node_i), scaled for the sum
  for (int k = 0; k < m; ++k)
    for (int i = 0; i < m; ++i)
      basis[static_cast<std::size_t>(k)][static_cast<std::size_t>(i)] =
          std::cos(k * std::numbers::pi * (i + 0.5) / m) * (k == 0 ? 1.0 : 2.0) / m;
  const auto size = static_cast<std::size_t>(m);
  Square half{}, out{};
  for (std::size_t k = 0; k < size; ++k)
    for (std::size_t j = 0; j < size; ++j)
      for (std::size_t i = 0; i < size; ++i) half[k][j] += basis[k][i] * values[i][j];
  for (std::size_t k = 0; k < size; ++k)
    for (std::size_t l = 0; l < size; ++l)
      for (std::size_t j = 0; j < size; ++j) out[k][l] += basis[l][j] * half[k][j];
  return out;
}

// Row k = monomial coefficients of T_k.
Square chebyshevToMonomial(int n) {
  Square t{};
  t[0][0] = 1;
  if (n >= 1) t[1][1] = 1;
  for (std::size_t k = 2; k <= static_cast<std::size_t>(n); ++k)
    for (std::size_t p = 0; p <= k; ++p) t[k][p] = (p > 0 ? 2 * t[k - 1][p - 1] : 0.0) - t[k - 2][p];
  return t;
}

// Forgets terms too small to matter: together at most `budget`.
void dropSmall(Square& c, int n, double budget) {
  const double each = budget / ((n + 1) * (n + 1));
  for (auto& row : c)
    for (auto& term : row)
      if (std::abs(term) < each) term = 0;
}

struct Kernel {
  double centre_x, centre_y, scale_x, scale_y;
  int degree;
  const int* row_terms;
  const double* u;
  const double* v;
};

// One block: x and y in, u and v out. Plain loops over the block, which the compiler turns into vector code.
[[gnu::always_inline]] inline void evaluateBlock(const Kernel& k, double* xs, double* ys, std::size_t n) {
  double u[kBlock], v[kBlock], row_u[kBlock], row_v[kBlock];
  for (std::size_t p = 0; p < n; ++p) {
    xs[p] = (xs[p] - k.centre_x) * k.scale_x;
    ys[p] = (ys[p] - k.centre_y) * k.scale_y;
    u[p] = v[p] = 0;
  }
  for (int i = k.degree; i >= 0; --i) {
    const double* cu = k.u + i * (k.degree + 1);
    const double* cv = k.v + i * (k.degree + 1);
    for (std::size_t p = 0; p < n; ++p) row_u[p] = row_v[p] = 0;
    for (int j = k.row_terms[i] - 1; j >= 0; --j)
      for (std::size_t p = 0; p < n; ++p) {
        row_u[p] = row_u[p] * ys[p] + cu[j];
        row_v[p] = row_v[p] * ys[p] + cv[j];
      }
    for (std::size_t p = 0; p < n; ++p) {
      u[p] = u[p] * xs[p] + row_u[p];
      v[p] = v[p] * xs[p] + row_v[p];
    }
  }
  for (std::size_t p = 0; p < n; ++p) xs[p] = u[p], ys[p] = v[p];
}

void evaluatePlain(const Kernel& k, double* xs, double* ys, std::size_t n) { evaluateBlock(k, xs, ys, n); }

#if defined(__x86_64__)
// AVX2 without FMA, so that the result has the same bits on every machine.
[[gnu::target("avx2")]] void evaluateAvx2(const Kernel& k, double* xs, double* ys, std::size_t n) {
  evaluateBlock(k, xs, ys, n);
}
#endif

}  // namespace

GridPolynomial::Value GridPolynomial::at(double x, double y) const {
  double xy[2] = {x, y};
  evaluateAll(xy);
  return {xy[0], xy[1]};
}

void GridPolynomial::evaluateAll(std::span<double> xy) const {
  const Kernel kernel{m_centre_x, m_centre_y,         m_scale_x,  m_scale_y,
                      m_degree,   m_row_terms.data(), m_u.data(), m_v.data()};
  auto run = &evaluatePlain;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) run = &evaluateAvx2;
#endif
  double xs[kBlock], ys[kBlock];
  const std::size_t points = xy.size() / 2;
  for (std::size_t start = 0; start < points; start += kBlock) {
    const std::size_t n = std::min(kBlock, points - start);
    for (std::size_t p = 0; p < n; ++p) xs[p] = xy[2 * (start + p)], ys[p] = xy[2 * (start + p) + 1];
    run(kernel, xs, ys, n);
    for (std::size_t p = 0; p < n; ++p) {
      const bool good = std::isfinite(xs[p]) && std::isfinite(ys[p]);
      xy[2 * (start + p)] = good ? xs[p] : std::numeric_limits<double>::infinity();
      xy[2 * (start + p) + 1] = good ? ys[p] : std::numeric_limits<double>::infinity();
    }
  }
}

std::optional<GridPolynomial> GridPolynomial::fit(std::span<const double> xy, const Exact& exact, double tolerance) {
  double min_x = HUGE_VAL, min_y = HUGE_VAL, max_x = -HUGE_VAL, max_y = -HUGE_VAL;
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
    if (!std::isfinite(xy[i]) || !std::isfinite(xy[i + 1])) continue;
    min_x = std::min(min_x, xy[i]), max_x = std::max(max_x, xy[i]);
    min_y = std::min(min_y, xy[i + 1]), max_y = std::max(max_y, xy[i + 1]);
  }
  if (!(min_x < max_x) || !(min_y < max_y)) return std::nullopt;

  GridPolynomial out;
  out.m_centre_x = (min_x + max_x) / 2, out.m_centre_y = (min_y + max_y) / 2;
  const double half_x = (max_x - min_x) / 2, half_y = (max_y - min_y) / 2;
  out.m_scale_x = 1 / half_x, out.m_scale_y = 1 / half_y;
  if (!std::isfinite(out.m_scale_x) || !std::isfinite(out.m_scale_y)) return std::nullopt;

  for (const int n : {6, 10, kMaxDegree}) {
    Square u{}, v{};
    for (int i = 0; i <= n; ++i)
      for (int j = 0; j <= n; ++j) {
        const double x = out.m_centre_x + half_x * std::cos(std::numbers::pi * (i + 0.5) / (n + 1));
        const double y = out.m_centre_y + half_y * std::cos(std::numbers::pi * (j + 0.5) / (n + 1));
        const Value value = exact(x, y);
        if (!std::isfinite(value.u) || !std::isfinite(value.v)) return std::nullopt;
        u[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = value.u;
        v[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = value.v;
      }
    u = chebyshevCoefficients(u, n), v = chebyshevCoefficients(v, n);
    dropSmall(u, n, tolerance / 4), dropSmall(v, n, tolerance / 4);

    const Square to_monomial = chebyshevToMonomial(n);
    const auto terms = static_cast<std::size_t>(n) + 1;
    out.m_degree = n;
    out.m_u.assign(terms * terms, 0), out.m_v.assign(terms * terms, 0);
    out.m_row_terms.assign(terms, 0);
    for (std::size_t k = 0; k < terms; ++k)
      for (std::size_t l = 0; l < terms; ++l)
        for (std::size_t p = 0; p <= k; ++p)
          for (std::size_t q = 0; q <= l; ++q) {
            const double factor = to_monomial[k][p] * to_monomial[l][q];
            out.m_u[p * terms + q] += u[k][l] * factor;
            out.m_v[p * terms + q] += v[k][l] * factor;
            if (factor != 0 && (u[k][l] != 0 || v[k][l] != 0))
              out.m_row_terms[p] = std::max(out.m_row_terms[p], static_cast<int>(q) + 1);
          }

    const int checks = 2 * n + 3;  // odd against the nodes, edges included
    double worst = 0;
    for (int i = 0; i <= checks; ++i)
      for (int j = 0; j <= checks; ++j) {
        const double x = min_x + (max_x - min_x) * i / checks, y = min_y + (max_y - min_y) * j / checks;
        const Value want = exact(x, y), got = out.at(x, y);
        const double error = std::hypot(want.u - got.u, want.v - got.v);
        if (!std::isfinite(error)) return std::nullopt;
        worst = std::max(worst, error);
      }
    out.m_checked_error = worst;
    if (worst <= tolerance) return out;
  }
  return std::nullopt;
}

}  // namespace gis
