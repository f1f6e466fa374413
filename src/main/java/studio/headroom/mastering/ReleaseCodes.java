package studio.headroom.mastering;

import java.util.Locale;
import java.util.regex.Pattern;

/// The codes that shops and collecting societies know a recording and a release by.
public final class ReleaseCodes {
    private static final Pattern DIGITS = Pattern.compile("\\d*");

    private ReleaseCodes() {}

    /// An ISRC (ISO 3901) without its hyphens: country, registrant, year, number. It has no check digit.
    ///
    /// @throws IllegalArgumentException that says what would be right, completing "isrc is …"
    public static String isrc(String text) {
        String code = text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        String wrong = isrcFault(code);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "a code of twelve characters such as CC-XXX-YY-NNNNN, not '" + shown(text) + "': " + wrong);
        }
        return code;
    }

    private static String isrcFault(String code) {
        if (code.length() != 12) {
            return "it has " + code.length() + " characters";
        }
        if (!code.substring(0, 2).matches("[A-Z]{2}")) {
            return "it begins with two letters, the country";
        }
        if (!code.substring(2, 5).matches("[A-Z0-9]{3}")) {
            return "three letters or digits follow the country, the registrant";
        }
        return code.substring(5).matches("\\d{7}") ? "" : "it ends with seven digits, the year and a number";
    }

    /// The digits of a UPC-A of twelve digits or an EAN-13 of thirteen (GS1), which stand for a release.
    ///
    /// @throws IllegalArgumentException that says what would be right, completing "barcode is …"
    public static String barcode(String text) {
        String code = text.replaceAll("[-\\s]", "");
        if (!DIGITS.matcher(code).matches() || code.length() < 11 || code.length() > 13) {
            throw new IllegalArgumentException("a UPC of 12 or an EAN of 13 digits, not '" + shown(text) + "'");
        }
        if (code.length() == 11) {
            throw new IllegalArgumentException("a UPC of 12 digits: '" + code + "' has 11. Its last digit would be "
                    + checkDigit(code) + ": " + code + checkDigit(code));
        }
        String body = code.substring(0, code.length() - 1);
        int right = checkDigit(body);
        if (code.charAt(code.length() - 1) != '0' + right) {
            throw new IllegalArgumentException("a UPC or EAN whose last digit checks the others: of '" + code
                    + "' it would be " + right + ", so one of its digits is wrong");
        }
        return code;
    }

    /// The last digit of a UPC or EAN: from the right, digits count three times and once in turn, and all of them
    /// together
    /// are a multiple of ten.
    ///
    /// @param digits without the last
    public static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    private static String shown(String text) {
        String cut = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
