package app.caravel.content.template;

import java.time.Instant;
import java.util.List;

import app.caravel.content.design.Block;

/** A piece of a mail that is kept to be put into others. */
public record Snippet(long id, String name, List<Block> blocks, boolean archived, Instant changedAt) {

    public Snippet {
        blocks = List.copyOf(blocks);
    }
}
