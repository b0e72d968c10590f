package cn.zhigong.bench.roster;

import java.time.LocalDate;
import java.util.function.Function;

/** The columns of a roster; sex and the running number mean nothing to an import, as in rosters of unions. */
enum RosterColumn {
    NAME("姓名", row -> new Cell.Text(row.name())),
    SEX("性别", row -> new Cell.Text(row.man() ? "男" : "女")),
    IDENTITY_NUMBER("身份证号", row -> new Cell.Text(row.identityNumber())),
    // Typed into a spreadsheet it becomes a number.
    PHONE(
            "手机号",
            row -> row.phone().matches("\\d+") && row.phone().charAt(0) != '0'
                    ? new Cell.Whole(Long.parseLong(row.phone()))
                    : new Cell.Text(row.phone())),
    JOINED_ON("入会日期", row -> new Cell.Day(row.joinedOn())),
    EMPLOYMENT_FORM("用工形式", row -> new Cell.Text(row.form().word())),
    WORKER_GROUP(
            "职工群体", row -> new Cell.Text(row.group() == null ? "" : row.group().word())),
    STANDING("在职状态", row -> new Cell.Text(row.retired() ? "退休" : "在职"));

    /** What a spreadsheet takes a value for. */
    sealed interface Cell {

        record Text(String value) implements Cell {}

        record Whole(long value) implements Cell {}

        record Day(LocalDate value) implements Cell {}

        /** As a text file has it. */
        default String text() {
            return switch (this) {
                case Text(var value) -> value;
                case Whole(var value) -> Long.toString(value);
                case Day(var value) -> value.toString();
            };
        }
    }

    private final String heading;

    // The functions have no state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<RosterRow, Cell> cell;

    RosterColumn(String heading, Function<RosterRow, Cell> cell) {
        this.heading = heading;
        this.cell = cell;
    }

    String heading() {
        return heading;
    }

    Cell of(RosterRow row) {
        return cell.apply(row);
    }
}
