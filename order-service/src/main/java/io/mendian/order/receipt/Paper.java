package io.mendian.order.receipt;

/** Widths of receipt paper: columns of the standard font (12 dots each, a Chinese letter takes two) and printable dots. */
public enum Paper {
    MM58(32, 384),
    MM80(48, 576);

    private final int columns;
    private final int dots;

    Paper(int columns, int dots) {
        this.columns = columns;
        this.dots = dots;
    }

    public int columns() {
        return columns;
    }

    public int dots() {
        return dots;
    }

    /** 58 or 80 millimetres. */
    public static Paper of(int millimetres) {
        return switch (millimetres) {
            case 58 -> MM58;
            case 80 -> MM80;
            default -> throw new IllegalArgumentException("paper is 58 or 80 mm wide, not " + millimetres);
        };
    }
}
