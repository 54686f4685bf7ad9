package io.mendian.member.level;

import java.util.List;

/**
 * What a ladder would do to the members who stand on the one in force. Nothing was changed.
 *
 * @param members who have a level by what they bought or were given; everybody else stays on the lowest
 * @param moves by level before and after, the largest fall first
 */
public record SimulationView(long members, long rises, long drops, long unchanged, String text, List<Move> moves) {

    /** Members who would go from one level to another, with some of them. */
    public record Move(String from, String to, Direction direction, long members, List<String> sample) {}

    /** Up, down, or neither; RENAMED when the level before is not on the new ladder. */
    public enum Direction {
        DROP,
        RENAMED,
        SAME,
        RISE
    }
}
