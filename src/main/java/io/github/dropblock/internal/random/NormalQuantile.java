package io.github.dropblock.internal.random;

/**
 * Quantile function of the standard normal distribution for 32 random bits, within 3e-7.
 *
 * <p>The highest bit is the sign, and the others give a tail probability p below 1/2. As p halves
 * again and again, the quantile grows slowly and smoothly. So each half of each octave of p has a
 * polynomial of its own. The exponent and the highest bit of the mantissa of p number the
 * polynomial, and the rest of the mantissa is its argument. This needs no logarithm and no branch,
 * and uses only exact conversions, products and sums, so that all machines give the same bits. The
 * error is about that of rounding to a float, which the result is for.
 *
 * <p>The coefficients interpolate the quantile at the six Chebyshev nodes of each piece, and are
 * rounded to floats.
 */
final class NormalQuantile {
  private static final int DEGREE = 5;

  /** Number of bits of the mantissa below the one that helps to number the polynomial. */
  private static final int ARGUMENT_BITS = 51;

  private static final long ARGUMENT = (1L << ARGUMENT_BITS) - 1;

  /** Bits of the double 1, which turn those of an argument into a number in [1, 1.5). */
  private static final long ONE = Double.doubleToRawLongBits(1);

  /** Middle of the numbers in [1, 1.5). */
  private static final double MIDDLE = 1.25;

  /** Number of the first polynomial, which the smallest tail 1/2 has. */
  private static final int FIRST = (int) (Double.doubleToRawLongBits(0.5) >>> ARGUMENT_BITS);

  /** Coefficients of each polynomial, from the highest power down. */
  private static final float[] COEFFICIENTS = {
    -1.01060895e-2f, 1.5829694e-2f, -2.5520079e-2f, 4.839572e-2f, -1.23935185e-1f, 6.3034787f,
    -1.8528742e-3f, 4.0693628e-3f, -9.372282e-3f, 2.4885261e-2f, -8.923252e-2f, 6.2511454f,
    -1.0258752e-2f, 1.6071407e-2f, -2.5915874e-2f, 4.916366e-2f, -1.2600139e-1f, 6.1952095f,
    -1.8812799e-3f, 4.1324375e-3f, -9.519805e-3f, 2.528616e-2f, -9.074412e-2f, 6.1419964f,
    -1.0418429e-2f, 1.6324349e-2f, -2.6330354e-2f, 4.9968712e-2f, -1.281729e-1f, 6.0851045f,
    -1.9110101e-3f, 4.1984865e-3f, -9.674396e-3f, 2.5706736e-2f, -9.233404e-2f, 6.030967f,
    -1.0585668e-2f, 1.6589407e-2f, -2.6765015e-2f, 5.081394e-2f, -1.304589e-1f, 5.9730697f,
    -1.9421702e-3f, 4.2677494e-3f, -9.836632e-3f, 2.6148634e-2f, -9.4009206e-2f, 5.9179583f,
    -1.0761077e-2f, 1.6867567e-2f, -2.722153e-2f, 5.1702756e-2f, -1.3286975e-1f, 5.8590007f,
    -1.974877e-3f, 4.3404913e-3f, -1.0007156e-2f, 2.6613696e-2f, -9.577745e-2f, 5.8028617f,
    -1.0945335e-2f, 1.7159931e-2f, -2.7701773e-2f, 5.263899e-2f, -1.3541709e-1f, 5.7427845f,
    -2.009261e-3f, 4.4170097e-3f, -1.0186689e-2f, 2.710399e-2f, -9.764765e-2f, 5.6855593f,
    -1.1139204e-2f, 1.7467735e-2f, -2.820784e-2f, 5.362696e-2f, -1.381142e-1f, 5.6242976f,
    -2.0454687e-3f, 4.497639e-3f, -1.0376042e-2f, 2.7621856e-2f, -9.962989e-2f, 5.565922f,
    -1.1343535e-2f, 1.7792368e-2f, -2.8742101e-2f, 5.4671537e-2f, -1.4097619e-1f, 5.503403f,
    -2.0836648e-3f, 4.5827553e-3f, -1.0576131e-2f, 2.8169936e-2f, -1.01735696e-1f, 5.4438057f,
    -1.1559292e-2f, 1.8135397e-2f, -2.9307233e-2f, 5.577827e-2f, -1.4402041e-1f, 5.379952f,
    -2.1240355e-3f, 4.672784e-3f, -1.0787994e-2f, 2.8751245e-2f, -1.0397833e-1f, 5.319054f,
    -1.1787562e-2f, 1.8498601e-2f, -2.9906284e-2f, 5.695347e-2f, -1.4726682e-1f, 5.2537766f,
    -2.166792e-3f, 4.768209e-3f, -1.1012814e-2f, 2.9369226e-2f, -1.0637312e-1f, 5.1914916f,
    -1.20295845e-2f, 1.8884003e-2f, -3.0542726e-2f, 5.8204394e-2f, -1.507386e-1f, 5.124693f,
    -2.2121747e-3f, 4.8695826e-3f, -1.1251946e-2f, 3.0027838e-2f, -1.0893786e-1f, 5.0609226f,
    -1.2286773e-2f, 1.9293921e-2f, -3.1220546e-2f, 5.9539385e-2f, -1.5446275e-1f, 4.9924936f,
    -2.260459e-3f, 4.9775383e-3f, -1.1506945e-2f, 3.0731654e-2f, -1.1169343e-1f, 4.9271293f,
    -1.2560751e-2f, 1.9731019e-2f, -3.194435e-2f, 6.0968116e-2f, -1.5847105e-1f, 4.8569474f,
    -2.3119617e-3f, 5.0928057e-3f, -1.1779613e-2f, 3.148599e-2f, -1.146644e-1f, 4.7898655f,
    -1.2853391e-2f, 2.0198377e-2f, -3.271947e-2f, 6.250188e-2f, -1.6280107e-1f, 4.7177916f,
    -2.3670497e-3f, 5.2162325e-3f, -1.2072045e-2f, 3.2297064e-2f, -1.1788001e-1f, 4.648853f,
    -1.3166864e-2f, 2.0699581e-2f, -3.3552136e-2f, 6.415391e-2f, -1.6749771e-1f, 4.574729f,
    -2.4261498e-3f, 5.3488063e-3f, -1.2386695e-2f, 3.31722e-2f, -1.21375315e-1f, 4.503774f,
    -1.3503712e-2f, 2.1238824e-2f, -3.444967e-2f, 6.593987e-2f, -1.72615e-1f, 4.4274187f,
    -2.4897617e-3f, 5.491688e-3f, -1.2726454e-2f, 3.4120087e-2f, -1.2519273e-1f, 4.3542647f,
    -1.3866914e-2f, 2.1821052e-2f, -3.5420727e-2f, 6.78784e-2f, -1.782188e-1f, 4.27547f,
    -2.5584756e-3f, 5.64625e-3f, -1.3094758e-2f, 3.5151105e-2f, -1.293842e-1f, 4.1999035f,
    -1.4260002e-2f, 2.2452133e-2f, -3.6475636e-2f, 6.9991894e-2f, -1.8439013e-1f, 4.118426f,
    -2.6329916e-3f, 5.814129e-3f, -1.3495719e-2f, 3.6277793e-2f, -1.3401407e-1f, 4.0401993f,
    -1.4687189e-2f, 2.313909e-2f, -3.7626818e-2f, 7.230749e-2f, -1.912301e-1f, 3.955753f,
    -2.7141494e-3f, 5.9972904e-3f, -1.3934302e-2f, 3.75154e-2f, -1.3916312e-1f, 3.8745737f,
    -1.515354e-2f, 2.3890402e-2f, -3.8889334e-2f, 7.485839e-2f, -1.988666e-1f, 3.7868195f,
    -2.8029627e-3f, 6.198118e-3f, -1.4416561e-2f, 3.8882677e-2f, -1.4493437e-1f, 3.7023365f,
    -1.5665205e-2f, 2.4716398e-2f, -4.028164e-2f, 7.768562e-2f, -2.0746425e-1f, 3.6108665f,
    -2.9006682e-3f, 6.4195297e-3f, -1.4949947e-2f, 4.040292e-2f, -1.5146156e-1f, 3.5226557f,
    -1.6229719e-2f, 2.5629783e-2f, -4.1826576e-2f, 8.084044e-2f, -2.1723878e-1f, 3.4269724f,
    -3.0087885e-3f, 6.6651343e-3f, -1.5543726e-2f, 4.2105373e-2f, -1.5892188e-1f, 3.334512f,
    -1.6856413e-2f, 2.6646359e-2f, -4.355272e-2f, 8.4387556e-2f, -2.2847952e-1f, 3.233998f,
    -3.1292192e-3f, 6.9394438e-3f, -1.6209561e-2f, 4.402716e-2f, -1.6755573e-1f, 3.1366355f,
    -1.7556965e-2f, 2.7785985e-2f, -4.5496225e-2f, 8.840951e-2f, -2.4158454e-1f, 3.0305107f,
    -3.2643462e-3f, 7.2481614e-3f, -1.6962286e-2f, 4.6215817e-2f, -1.7769873e-1f, 2.927411f,
    -1.834616e-2f, 2.907392e-2f, -4.7703356e-2f, 9.301234e-2f, -2.5711888e-1f, 2.8146648f,
    -3.417207e-3f, 7.59858e-3f, -1.7820975e-2f, 4.8732467e-2f, -1.8983564e-1f, 2.7047327f,
    -1.9242924e-2f, 3.0542629e-2f, -5.0233882e-2f, 9.8332144e-2f, -2.7591565e-1f, 2.5840197f,
    -3.591711e-3f, 8.000121e-3f, -1.881038e-2f, 5.1655114e-2f, -2.0469671e-1f, 2.465771f,
    -2.0271739e-2f, 3.2234244e-2f, -5.3165663e-2f, 1.0454002e-1f, -2.9926232e-1f, 2.3352332f,
    -3.7929371e-3f, 8.465055e-3f, -1.9962816e-2f, 5.5079058e-2f, -2.2344173e-1f, 2.2065752f,
    -2.1464529e-2f, 3.420375e-2f, -5.660056e-2f, 1.11833036e-1f, -3.2927215e-1f, 2.063528f,
    -4.0275217e-3f, 9.009398e-3f, -2.1320704e-2f, 5.910209e-2f, -2.4804376e-1f, 1.9213508f,
    -2.2863012e-2f, 3.6522694e-2f, -6.0673635e-2f, 1.2035977e-1f, -3.697028e-1f, 1.7616705f,
    -4.304122e-3f, 9.653788e-3f, -2.2942033e-2f, 6.373964e-2f, -2.8218767e-1f, 1.6010087f,
    -2.452139e-2f, 3.928071e-2f, -6.5588176e-2f, 1.298383e-1f, -4.2802417e-1f, 1.4177972f,
    -4.6339887e-3f, 1.0421783e-2f, -2.4936525e-2f, 6.8490185e-2f, -3.337464e-1f, 1.2298588f,
    -2.6514318e-2f, 4.2537738e-2f, -7.196372e-2f, 1.3746192e-1f, -5.218043e-1f, 1.0099903f,
    -5.0403513e-3f, 1.12713855e-2f, -2.7929181e-2f, 6.963726e-2f, -4.2354834e-1f, 7.764218e-1f,
    -2.950702e-2f, 4.4437487e-2f, -8.670559e-2f, 1.2182838e-1f, -7.061663e-1f, 4.8877656e-1f,
    -7.1191397e-3f, 7.776276e-3f, -4.4669233e-2f, 3.1657454e-2f, -6.344591e-1f, 1.573107e-1f
  };

  private NormalQuantile() {}

  /**
   * Returns the value for 32 random bits. Its absolute value is exceeded with the tail probability
   * {@code p = (v + 1/2) / 2^32}, where v are the lower 31 bits. It is negative if the highest bit
   * is set.
   */
  static double of(int bits) {
    long tail = Double.doubleToRawLongBits((bits & Integer.MAX_VALUE) + 0.5);
    int polynomial = ((int) (tail >>> ARGUMENT_BITS) - FIRST) * (DEGREE + 1);
    double u = Double.longBitsToDouble((tail & ARGUMENT) | ONE) - MIDDLE;
    double z = COEFFICIENTS[polynomial];
    for (int i = 1; i <= DEGREE; i++) {
      z = z * u + COEFFICIENTS[polynomial + i];
    }
    // The sign without a branch, since the CPU cannot predict it.
    return Double.longBitsToDouble(Double.doubleToRawLongBits(z) ^ ((long) bits & Long.MIN_VALUE));
  }
}
