// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace gis {

// A smooth map of the plane to itself, replaced by two polynomials over a rectangle. Fitted by tensor Chebyshev
// interpolation (Mason & Handscomb, Chebyshev Polynomials, 2003, ch. 6), terms below the tolerance dropped, checked
// against the exact map on a denser, shifted grid that includes the rectangle's edge. Immutable; any thread.
class GridPolynomial {
 public:
  struct Value {
    double u, v;
  };
  using Exact = std::function<Value(double x, double y)>;

  // Over the extent of the finite points of `xy` (x0,y0,x1,y1 ...). None when no polynomial of moderate degree stays
  // within `tolerance` (units of the result) at every check point, or the map has no answer somewhere.
  static std::optional<GridPolynomial> fit(std::span<const double> xy, const Exact& exact, double tolerance);

  Value at(double x, double y) const;
  // In place; points that are not finite become infinite. Same bits with and without AVX2.
  void evaluateAll(std::span<double> xy) const;
  // The largest deviation seen when it was checked, units of the result.
  double checkedError() const { return m_checked_error; }

 private:
  double m_centre_x = 0, m_centre_y = 0, m_scale_x = 1, m_scale_y = 1;
  int m_degree = 0;
  std::vector<int> m_row_terms;  // for power i of x: how many powers of y
  std::vector<double> m_u, m_v;  // monomial coefficients, rows of m_degree + 1
  double m_checked_error = 0;
};

}  // namespace gis
