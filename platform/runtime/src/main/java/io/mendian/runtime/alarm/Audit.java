package io.mendian.runtime.alarm;

import io.mendian.runtime.security.Caller;
import java.util.Map;

/** Takes the trace of a privileged act of the platform's own routes, in its transaction, where a service keeps an audit. */
public interface Audit {

    void add(Caller caller, String action, String subject, Map<String, String> facts);
}
