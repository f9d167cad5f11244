/** Shapes and float tensors in row-major NCW, NCHW and NCDHW order. */
package io.github.dropblock.tensor;
