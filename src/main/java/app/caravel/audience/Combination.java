package app.caravel.audience;

import java.util.List;

/**
 * People of several lists taken together.
 *
 * @param lists ids; of {@code WITHOUT} the first is the one that the others are taken from
 */
public record Combination(Way way, List<Long> lists) {

    /** In any of them, in every one of them, or in the first and in none of the others. */
    public enum Way { ANY, ALL, WITHOUT }

    public Combination {
        lists = lists.stream().distinct().toList();
    }

    /** Whether there is something to combine. */
    public boolean isWhole() {
        return lists.size() > 1;
    }
}
