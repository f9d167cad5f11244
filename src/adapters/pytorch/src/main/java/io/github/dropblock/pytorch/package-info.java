/**
 * DropBlock and its relatives as a module of PyTorch, through the JavaCPP presets: see {@link
 * io.github.dropblock.pytorch.DropBlockModule}.
 */
package io.github.dropblock.pytorch;
