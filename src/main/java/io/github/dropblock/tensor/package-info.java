/** Shapes and float tensors in row-major NC, NCW, NCHW and NCDHW order. */
package io.github.dropblock.tensor;
