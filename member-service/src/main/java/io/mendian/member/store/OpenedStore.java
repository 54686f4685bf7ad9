package io.mendian.member.store;

import io.mendian.kernel.StoreId;
import io.mendian.member.staff.HiredStaff;
import java.util.List;

/** A store that was opened and the accounts made with it; one-time passwords are shown this once. */
public record OpenedStore(StoreId storeId, StoreView store, List<HiredStaff> staff) {}
