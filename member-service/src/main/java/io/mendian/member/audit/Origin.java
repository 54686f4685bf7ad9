package io.mendian.member.audit;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request came from: the client's address as the gateway saw it. */
public record Origin(String address) {

    /** The gateway drops what clients send under this name and writes its own. */
    private static final String HEADER = "X-Client-Address";

    private static final int LONGEST = 64;

    public static Origin of(HttpServletRequest request) {
        String named = request.getHeader(HEADER);
        String address = named == null || named.isBlank() ? request.getRemoteAddr() : named.strip();
        return new Origin(address.length() > LONGEST ? address.substring(0, LONGEST) : address);
    }
}
