package io.mendian.runtime.books;

/** How a kind of account is made again from its ledger, which is the truth. One bean per kind that can be on hold. */
public interface Rebuild {

    /** The kind that the invariants about it name, such as {@code STOCK}. */
    String kind();

    /**
     * Sets the balance to what the ledger says, in its caller's transaction.
     *
     * @return what changed, in a few words
     */
    String rebuild(String subjectId);
}
