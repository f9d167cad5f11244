/** Schedules of keepProb over training steps. They are pure functions without state. */
package io.github.dropblock.schedule;
