package io.mendian.order.catalogue;

import io.mendian.order.catalogue.SkuFault.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table to fill in: every column in the caller's language with one example of each kind. UTF-8 with its mark, as spreadsheets like it. */
public final class ImportTemplate {

    private static final List<Field> COLUMNS =
            Arrays.stream(Field.values()).filter(field -> field != Field.ROW).toList();

    private ImportTemplate() {}

    public static byte[] csv() {
        boolean english = SkuFault.isEnglish();
        String header = COLUMNS.stream().map(Field::label).collect(Collectors.joining(","));
        String examples = english ? """
                TEA-250,GOODS,Green tea 250 g,Tea,box,48.00,45.00,6901234567892,,,,,,,,yes
                CUT,SERVICE,Hair cut,Services,,60.00,,,45,,,,,,,yes
                CUT-10,CARD,10 hair cuts,Cards,,480.00,,,,PUNCH,10,365,CUT,,,yes
                GYM-90,CARD,Gym for 90 days,Cards,,699.00,,,,PERIOD,,90,,,,yes
                TOTE,GIFT,Cotton bag,Gifts,,0,,,,,,,,,,yes
                """ : """
                TEA-250,商品,龙井茶 250克,茶叶,盒,48.00,45.00,6901234567892,,,,,,,,是
                CUT,服务,剪发,服务,,60.00,,,45,,,,,,,是
                CUT-10,次卡,剪发10次卡,卡,,480.00,,,,,10,365,CUT,,,是
                GYM-90,期限卡,健身季卡,卡,,699.00,,,,,,90,,,,是
                TOTE,赠品,帆布袋,赠品,,0,,,,,,,,,,是
                """;
        return ("\uFEFF" + header + "\r\n" + examples.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }
}
