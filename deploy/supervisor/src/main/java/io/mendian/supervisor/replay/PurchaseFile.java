package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text file of purchases: customer, date (yyyyMMdd), pieces and amount for the whole purchase, separated by blanks, after
 * one header line. Line ends may be CRLF, amounts may be 0.00, and a customer may buy several times on a day.
 */
record PurchaseFile(List<Purchase> purchases, String fingerprint) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    static PurchaseFile read(Path file, int currencyDigits) {
        List<Purchase> purchases = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.isEmpty() || (i == 0 && !Character.isDigit(line.charAt(0)))) {
                    continue;
                }
                purchases.add(purchase(i + 1, line, currencyDigits));
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file " + file + ".", e);
        } catch (MalformedInputException e) {
            throw new CommandFailure(file + " is not a text file in UTF-8.", e);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
        if (purchases.isEmpty()) {
            throw new CommandFailure(file + " holds no purchases.");
        }
        return new PurchaseFile(List.copyOf(purchases), fingerprint(purchases));
    }

    /** Each customer with the date of his first purchase, by his number. */
    Map<String, LocalDate> customers() {
        Map<String, LocalDate> customers = new TreeMap<>();
        purchases.forEach(p -> customers.merge(p.customer(), p.date(), (a, b) -> a.isBefore(b) ? a : b));
        return customers;
    }

    LocalDate firstDate() {
        return purchases.stream().map(Purchase::date).min(LocalDate::compareTo).orElseThrow();
    }

    LocalDate lastDate() {
        return purchases.stream().map(Purchase::date).max(LocalDate::compareTo).orElseThrow();
    }

    private static Purchase purchase(int number, String line, int digits) {
        String[] parts = line.split("\\s+");
        try {
            if (parts.length != 4) {
                throw new IllegalArgumentException(parts.length + " columns");
            }
            long pieces = Long.parseLong(parts[2]);
            long amount = new BigDecimal(parts[3]).movePointRight(digits).longValueExact();
            if (pieces < 1 || amount < 0) {
                throw new IllegalArgumentException("pieces below 1 or an amount below 0");
            }
            return new Purchase(number, parts[0], LocalDate.parse(parts[1], DATE), pieces, amount);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new CommandFailure(
                    "Line " + number + " is not 'customer yyyyMMdd pieces amount': " + line + " (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    /** Of the content, so that a renamed copy of the file goes on where the first stopped. */
    private static String fingerprint(List<Purchase> purchases) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            purchases.forEach(p -> digest.update(p.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
