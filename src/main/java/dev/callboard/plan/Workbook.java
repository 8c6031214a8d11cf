package dev.callboard.plan;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What learners write in.
 *
 * @param pages how many pages it has
 */
public record Workbook(String title, @Nullable URI url, int pages) {}
