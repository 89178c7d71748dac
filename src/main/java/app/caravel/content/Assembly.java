package app.caravel.content;

import java.util.List;

/** A compiled source: literals and slots in their order. */
record Assembly(List<Segment> segments, int size) {

    Assembly {
        segments = List.copyOf(segments);
    }

    String render(Rendering rendering) {
        var out = new StringBuilder(size + size / 4 + 256);
        for (var segment : segments) {
            segment.render(rendering, out);
        }
        return out.toString();
    }
}
