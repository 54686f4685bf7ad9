package io.mendian.order.catalogue;

import java.util.List;

/** A row of an uploaded table as text. {@code number} is the one that a spreadsheet shows beside it. */
record SheetRow(int number, List<SheetCell> cells) {

    /** A cell; {@code formula} when the file computes it instead of saying it. */
    record SheetCell(String text, boolean formula) {

        static final SheetCell EMPTY = new SheetCell("", false);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isBlank() && !cell.formula());
    }

    SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }
}
