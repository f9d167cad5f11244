/**
 * Schedules of keepProb over training steps. They are pure functions without state.
 *
 * @serial exclude
 */
package io.github.dropblock.schedule;
