/**
 * What a mask keeps, its scales and fills, and its passes over arrays and buffers of any order.
 *
 * <p>Public choices arrive in internal forms: {@link io.github.dropblock.internal.apply.ScaleRule},
 * {@link io.github.dropblock.internal.apply.FillValue}, {@link
 * io.github.dropblock.internal.apply.ElementOrder} and {@link
 * io.github.dropblock.internal.apply.Workers}.
 */
package io.github.dropblock.internal.apply;
