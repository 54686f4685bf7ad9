package io.mendian.supervisor;

/** One store of the demo chain. {@code coachId}: the member of staff who teaches there, or empty. */
record DemoStore(String id, String code, String name, String login, String coachId) {

    String managerLogin() {
        return login + "-manager";
    }

    String clerkLogin() {
        return login + "-clerk";
    }
}
