/**
 * Shapes and float tensors in row-major NC, NCW, NCHW and NCDHW order.
 *
 * @serial exclude
 */
package io.github.dropblock.tensor;
